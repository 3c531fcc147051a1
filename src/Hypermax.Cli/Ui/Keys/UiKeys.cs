using Hypermax.Execution.Command;
using Hypermax.Folder;
using Hypermax.Spaces;
using Hypermax.Studies.Guiding;
using Hypermax.Ui.Live;
using Hypermax.Ui.Views;

namespace Hypermax.Ui.Keys;

/// <summary>What a key does: a function of what is there and what is looked at.</summary>
internal static class UiKeys
{
    private const int Page = 10;

    /// <summary>Presses a key.</summary>
    /// <param name="model">What there is.</param>
    /// <param name="state">What is looked at.</param>
    /// <param name="key">The key.</param>
    /// <returns>What is looked at then, and what else is to be done, or null.</returns>
    public static (UiState State, UiCommand? Command) Press(UiModel model, UiState state, ConsoleKeyInfo key)
    {
        UiState quiet = state with { Notice = null };
        return state.Prompt is { } prompt ? PromptKeys.Press(model, quiet, prompt, key)
            : Global(model, quiet, key) ?? (Move(model, quiet, key.Key) ?? Own(model, quiet, key), null);
    }

    // Null where the key means something on its screen alone.
    private static (UiState State, UiCommand? Command)? Global(UiModel model, UiState state, ConsoleKeyInfo key)
    {
        UiState Ask(string text) => state with { Prompt = new UiPrompt(UiPromptKind.Guide, text) };
        return key switch
        {
            { KeyChar: '?' or 'h' } => (state with { HasHelp = !state.HasHelp, Scroll = 0 }, null),
            { Key: ConsoleKey.Escape } => (Back(state), null),
            { KeyChar: >= '1' and <= '8' } => (Show(state, (UiScreen)(key.KeyChar - '1')), null),
            { Key: ConsoleKey.Tab, Modifiers: ConsoleModifiers.Shift } => (Show(state, (UiScreen)(((int)state.Screen + 7) % 8)), null),
            { Key: ConsoleKey.Tab } => (Show(state, (UiScreen)(((int)state.Screen + 1) % 8)), null),
            { KeyChar: 'q' } => (state, new UiCommand.Leave()),
            { KeyChar: 'o' } => (state, new UiCommand.OpenReport()),
            { KeyChar: 'p' } => (state, new UiCommand.Guide(new GuideRequest(model.IsPaused ? GuideAction.Resume : GuideAction.Pause))),
            { KeyChar: 'x' } => (Ask(GuideAction.Stop), null),
            { KeyChar: 't' } => (Ask($"{GuideAction.Trials} "), null),
            { KeyChar: 'e' } => (Ask($"{GuideAction.Enqueue} "), null),
            { KeyChar: 'g' } => (Ask(string.Empty), null),
            { KeyChar: 'w' } => (state with { Prompt = new UiPrompt(UiPromptKind.Export, "importances.csv") }, null),
            _ => null,
        };
    }

    private static UiState Show(UiState state, UiScreen screen) =>
        state with { Screen = screen, HasHelp = false, Open = null, Row = 0, Scroll = 0, Column = 0 };

    private static UiState Back(UiState state) => state switch
    {
        { HasHelp: true } => state with { HasHelp = false, Scroll = 0 },
        { Open: not null } => state with { Open = null, Scroll = 0 },
        _ => state with { Filter = string.Empty, Row = 0, Scroll = 0 },
    };

    private static bool HasRows(UiState state) =>
        state is { HasHelp: false, Open: null, Screen: UiScreen.Trials or UiScreen.Failed or UiScreen.Space };

    private static UiState? Move(UiModel model, UiState state, ConsoleKey key)
    {
        int? by = key switch
        {
            ConsoleKey.UpArrow => -1,
            ConsoleKey.DownArrow => 1,
            ConsoleKey.PageUp => -Page,
            ConsoleKey.PageDown => Page,
            ConsoleKey.Home => -1_000_000,
            ConsoleKey.End => 1_000_000,
            _ => null,
        };
        if (by is not int step)
        {
            return null;
        }

        return HasRows(state)
            ? state with { Row = Math.Clamp(state.Row + step, 0, Math.Max(0, RowCount(model, state) - 1)) }
            : state with { Scroll = Math.Max(0, state.Scroll + step) };
    }

    private static int RowCount(UiModel model, UiState state) =>
        state.Screen == UiScreen.Space ? model.Header.Space.Count : TrialRows.Of(model, state).Rows.Count;

    private static UiState Own(UiModel model, UiState state, ConsoleKeyInfo key) => state.Screen switch
    {
        _ when state.HasHelp || state.Open is not null => state,
        UiScreen.Loss or UiScreen.Overview => OnChart(state, key),
        UiScreen.Trials or UiScreen.Failed => OnTable(model, state, key),
        UiScreen.Space => OnSpace(model, state, key),
        _ => state,
    };

    private static UiState OnChart(UiState state, ConsoleKeyInfo key) => key switch
    {
        { Key: ConsoleKey.LeftArrow } => state with { Range = Math.Min(state.Range + 1, UiState.Ranges.Length - 1) },
        { Key: ConsoleKey.RightArrow } => state with { Range = Math.Max(state.Range - 1, 0) },
        { KeyChar: 'm' } => state with { Smoothing = (state.Smoothing + 1) % UiState.Smoothings.Length },
        { KeyChar: 'z' } => state with { Zoom = (state.Zoom + 1) % UiState.Zooms.Length },
        { KeyChar: 'l' } => state with { IsLog = !state.IsLog },
        _ => state,
    };

    private static UiState OnTable(UiModel model, UiState state, ConsoleKeyInfo key)
    {
        switch (key)
        {
            case { Key: ConsoleKey.LeftArrow }:
                return state with { Column = Math.Max(0, state.Column - 1) };
            case { Key: ConsoleKey.RightArrow }:
                return state with { Column = Math.Min(state.Column + 1, TrialRows.Of(model, state).Table.Columns.Count) };
            case { KeyChar: 'S' }:
                return state with { IsDescending = !state.IsDescending };
            case { KeyChar: 's' }:
                string[] names = [.. TrialRows.Of(model, state).Table.Columns.Select(column => column.Name)];
                return state with { Sort = names[(Array.IndexOf(names, state.Sort) + 1) % names.Length], IsDescending = false, Row = 0 };
            case { KeyChar: '/' }:
                return state with { Prompt = new UiPrompt(UiPromptKind.Filter, state.Filter) };
            case { Key: ConsoleKey.Enter } when TrialRows.Of(model, state).Rows is { Count: > 0 } rows:
                return state with { Open = rows[Math.Clamp(state.Row, 0, rows.Count - 1)].Number, Scroll = 0 };
            case { KeyChar: 'k' } when TrialRows.Of(model, state).Rows is { Count: > 0 } rows
                && rows[Math.Clamp(state.Row, 0, rows.Count - 1)] is { IsFinished: false } trial:
                return state with { Prompt = new UiPrompt(UiPromptKind.Guide, FormattableString.Invariant($"{GuideAction.End} {trial.Number}")) };
            default:
                return state;
        }
    }

    private static UiState OnSpace(UiModel model, UiState state, ConsoleKeyInfo key)
    {
        if (model.Header.Space.Count == 0)
        {
            return state;
        }

        int index = Math.Clamp(state.Row, 0, model.Header.Space.Count - 1);
        Parameter parameter = model.Header.Space.Parameters[index];
        string name = CommandLine.Quote(parameter.Name);
        string? text = key.KeyChar switch
        {
            'l' => $"{GuideAction.Lock} {name} {BestValue(model, parameter, index)}",
            'n' when parameter is NumericParameter numeric => $"{GuideAction.Range} {name} {RangeOf(model, numeric, index)}",
            'f' => $"{GuideAction.Free} {name}",
            'c' => $"{GuideAction.Scramble} {name}",
            'r' => $"{GuideAction.Relearn} {name}",
            _ => null,
        };
        return text is null ? state : state with { Prompt = new UiPrompt(UiPromptKind.Guide, text.TrimEnd()) };
    }

    // What holds now, to be edited.
    private static string RangeOf(UiModel model, NumericParameter parameter, int index)
    {
        (double low, double high) = model.Wishes.Ranges.FirstOrDefault(range => range.Parameter == index) is { } narrowed
            ? (narrowed.Low, narrowed.High)
            : (parameter.Low, parameter.High);
        return $"{PointJson.ToText(parameter, low)} {PointJson.ToText(parameter, high)}";
    }

    private static string BestValue(UiModel model, Parameter parameter, int index) =>
        model.Data.Best is { } best && best.Point.Has(index) ? CommandLine.Quote(PointJson.ToText(parameter, best.Point[index])) : string.Empty;
}
