using Hypermax.Tables;

namespace Hypermax.Folder;

/// <summary>Writes trials as a table of aligned text; columns in which nothing stands are left out.</summary>
internal static class TextTable
{
    private const int Widest = 60;

    public static IEnumerable<string> Lines(IReadOnlyList<TrialColumn> columns, IReadOnlyList<TrialRecord> trials)
    {
        TrialColumn[] shown = [.. columns.Where((column, i) => i < 2 || trials.Any(trial => column.Text(trial).Length > 0))];
        string[][] rows = [[.. shown.Select(column => column.Name)], .. trials.Select(trial => shown.Select(column => column.Text(trial)).ToArray())];
        int[] widths = [.. shown.Select((_, i) => Math.Min(Widest, rows.Max(row => row[i].Length)))];
        bool[] isNumeric = [.. shown.Select(column => trials.Any(trial => !double.IsNaN(column.Number(trial))))];
        return rows.Select(row => string.Join("  ", row.Select((cell, i) => isNumeric[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd());
    }
}
