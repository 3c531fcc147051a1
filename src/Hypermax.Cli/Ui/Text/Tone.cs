namespace Hypermax.Ui.Text;

/// <summary>What a piece of text means; colours follow from it, and everything can be read without them.</summary>
internal enum Tone
{
    Plain,
    Faint,
    Head,
    Key,
    Good,
    Bad,
    Warn,
    Mark,
    Chosen,
}
