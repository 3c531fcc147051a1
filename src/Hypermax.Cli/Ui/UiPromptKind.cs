namespace Hypermax.Ui;

/// <summary>What a typed line is for.</summary>
internal enum UiPromptKind
{
    Guide,
    Filter,
    Export,
}
