namespace Hypermax.Ui;

/// <summary>A line that is being typed.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Text">What was typed so far.</param>
internal sealed record UiPrompt(UiPromptKind Kind, string Text = "");
