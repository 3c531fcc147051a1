using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Tables;

namespace Hypermax.Dashboard.Trials;

/// <summary>Makes a page of the table of trials.</summary>
internal static class TrialRows
{
    /// <summary>The most rows of one page.</summary>
    public const int Most = 500;

    /// <exception cref="FormatException">The filter or a column makes no sense.</exception>
    public static TrialPageRows Of(LiveStudy study, StudyMoment moment, TrialsQuery query, int from, int count, IReadOnlyList<string>? columns)
    {
        TrialColumn[] shown = columns is null ? [.. moment.Table.Columns] : [.. columns.Select(moment.Table.Find)];
        IReadOnlyList<TrialRecord> rows = study.Selections.Of(moment, query);
        int first = Math.Clamp(from, 0, Math.Max(0, rows.Count - 1));
        int last = Math.Min(rows.Count, first + Math.Clamp(count, 1, Most));
        List<TrialRow> page = new(last - first);
        for (int i = first; i < last; i++)
        {
            TrialRecord trial = rows[i];
            page.Add(new TrialRow(trial.Number, TrialPages.StateOf(moment, trial), [.. shown.Select(column => column.Text(trial))]));
        }

        return new TrialPageRows(moment.Version, moment.Trials.Count, rows.Count, first, [.. shown.Select(column => column.Name)], page);
    }
}
