namespace Hypermax.Ui.Text;

/// <summary>Text of one meaning.</summary>
/// <param name="Text">The text; no control characters.</param>
/// <param name="Tone">Its meaning.</param>
internal readonly record struct Piece(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Piece(string text) => new(text);
}
