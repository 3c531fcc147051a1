using Hypermax.Execution.Command;
using Hypermax.Folder;
using Hypermax.Studies.Guiding;
using Hypermax.Ui.Live;
using Hypermax.Ui.Views;

namespace Hypermax.Ui.Keys;

/// <summary>What a key does while a line is typed.</summary>
internal static class PromptKeys
{
    public static (UiState State, UiCommand? Command) Press(UiModel model, UiState state, UiPrompt prompt, ConsoleKeyInfo key) => key switch
    {
        { Key: ConsoleKey.Escape } => (state with { Prompt = null }, null),
        { Key: ConsoleKey.Enter } => Enter(model, state with { Prompt = null }, prompt),
        { Key: ConsoleKey.Backspace } => (state with { Prompt = prompt with { Text = prompt.Text.Length > 0 ? prompt.Text[..^1] : string.Empty } }, null),
        { Key: ConsoleKey.U, Modifiers: ConsoleModifiers.Control } => (state with { Prompt = prompt with { Text = string.Empty } }, null),
        _ when !char.IsControl(key.KeyChar) => (state with { Prompt = prompt with { Text = prompt.Text + key.KeyChar } }, null),
        _ => (state, null),
    };

    private static (UiState State, UiCommand? Command) Enter(UiModel model, UiState state, UiPrompt prompt)
    {
        string text = prompt.Text.Trim();
        switch (prompt.Kind)
        {
            case UiPromptKind.Filter:
                UiState filtered = state with { Filter = text, Row = 0 };
                return (TrialRows.Of(model, filtered).Error is { } error ? state with { Notice = error, IsNoticeBad = true } : filtered, null);

            case UiPromptKind.Export:
                return (state, text.Length == 0 ? null : new UiCommand.Export(text));

            default:
                return text.Length == 0 ? (state, null) : Guide(model, state, text);
        }
    }

    // The same words as on the command line; what a point lacks comes from the best trial.
    private static (UiState State, UiCommand? Command) Guide(UiModel model, UiState state, string text)
    {
        try
        {
            string[] words = [.. CommandLine.Split(text)];
            return (state, new UiCommand.Guide(GuideCommand.RequestOf(words, model.Data.Best is null ? null : "best")));
        }
        catch (FormatException error)
        {
            return (state with { Notice = error.Message, IsNoticeBad = true }, null);
        }
    }
}
