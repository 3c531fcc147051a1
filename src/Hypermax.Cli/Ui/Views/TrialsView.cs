using Hypermax.Folder;
using Hypermax.Search;
using Hypermax.Summary;
using Hypermax.Tables;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>The table of trials: sorted, filtered, one row chosen; number, state and value stay when the columns move.</summary>
internal static class TrialsView
{
    private const int Kept = 3;
    private const int Widest = 24;

    public static IReadOnlyList<ScreenLine> Lines(UiModel model, UiState state, Area area)
    {
        (TrialTable table, IReadOnlyList<TrialRecord> rows, string? error) = TrialRows.Of(model, state);
        List<ScreenLine> lines = [];
        if (state.Screen == UiScreen.Failed && area.Height > 8)
        {
            lines.AddRange(Kinds(model));
        }

        lines.Add(Caption(state, rows.Count));
        if (error is not null)
        {
            return [.. lines, .. CellText.Wrap(error, area.Width).Select(line => new ScreenLine(new Piece(line, Tone.Bad)))];
        }

        if (rows.Count == 0)
        {
            return [.. lines, state.Screen == UiScreen.Failed && state.Filter.Length == 0 ? "No trial failed." : "No trial passes the filter."];
        }

        int visible = Math.Max(1, area.Height - lines.Count - 1);
        int chosen = Math.Clamp(state.Row, 0, rows.Count - 1);
        int first = Math.Clamp(chosen - (visible / 2), 0, Math.Max(0, rows.Count - visible));
        TrialRecord[] shown = [.. rows.Skip(first).Take(visible)];
        TrialColumn[] columns = ColumnsOf(table, state, shown);
        int[] widths = [.. columns.Select(column => Math.Min(Widest, shown.Select(column.Text).Append(Head(column, state, area)).Max(CellText.Width)))];
        lines.Add(new ScreenLine(new Piece("  " + Row(columns, widths, column => Head(column, state, area)), Tone.Head)));
        for (int i = 0; i < shown.Length; i++)
        {
            bool isChosen = first + i == chosen;
            string text = Row(columns, widths, column => column.Text(shown[i]));
            Tone tone = isChosen ? Tone.Chosen
                : shown[i].State == TrialState.Failed ? Tone.Bad
                : shown[i].Number == model.Data.Best?.Number ? Tone.Mark
                : shown[i].IsFinished ? Tone.Plain : Tone.Faint;
            lines.Add(new ScreenLine(new Piece((isChosen ? area.Arrow : " ") + " " + text, tone)));
        }

        return lines;
    }

    private static IEnumerable<ScreenLine> Kinds(UiModel model) => new StudySummary(model.Data).Failures.Take(3).Select(group => new ScreenLine(
        new Piece(FormattableString.Invariant($"{group.Count} x {Words.Failure(group.Kind)}"), Tone.Bad),
        FormattableString.Invariant($", first trial {group.First.Number}: {TrialText.FirstLine(group.First.Outcome?.Message)}")));

    private static ScreenLine Caption(UiState state, int count) => new(
        new Piece(FormattableString.Invariant($"{count} trials"), Tone.Head),
        $"  by {state.Sort}{(state.IsDescending ? ", largest first" : string.Empty)}",
        state.Filter.Length > 0 ? new Piece($"  where {state.Filter}", Tone.Warn) : string.Empty);

    // A column that nothing stands in is not shown.
    private static TrialColumn[] ColumnsOf(TrialTable table, UiState state, TrialRecord[] shown)
    {
        TrialColumn[] filled = [.. table.Columns.Where(column => shown.Any(trial => column.Text(trial).Length > 0))];
        return [.. filled.Take(Kept), .. filled.Skip(Kept + Math.Clamp(state.Column, 0, Math.Max(0, filled.Length - Kept - 1)))];
    }

    private static string Head(TrialColumn column, UiState state, Area area) =>
        column.Name != state.Sort ? column.Name : column.Name + ((state.IsDescending, area.IsUnicode) switch
        {
            (true, true) => "↓",
            (false, true) => "↑",
            _ => string.Empty,
        });

    private static string Row(TrialColumn[] columns, int[] widths, Func<TrialColumn, string> cell) =>
        string.Join("  ", columns.Select((column, i) => CellText.Fit(cell(column), widths[i]))).TrimEnd();
}
