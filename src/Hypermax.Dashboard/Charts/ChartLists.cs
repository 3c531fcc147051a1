using Hypermax.Charts;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Html;
using Hypermax.Reports;

namespace Hypermax.Dashboard.Charts;

/// <summary>Lists the charts of a study under the report's headings; each shelf for itself, for what one has the other may not have yet.</summary>
internal static class ChartLists
{
    /// <summary>Lists those that follow at once.</summary>
    /// <exception cref="FormatException">The filter makes no sense.</exception>
    public static ChartList OfQuick(LiveStudy study, StudyMoment moment, string filter)
    {
        ChartSet set = study.Charts.Quick.Of(moment, filter);
        return List(set, [.. set.OfStudy.Where(StudyCharts.IsQuick)], study.Charts.Quick.Version);
    }

    /// <summary>Lists those that need an analysis of the parameters.</summary>
    /// <exception cref="FormatException">The filter makes no sense.</exception>
    public static ChartList OfSlow(LiveStudy study, StudyMoment moment, string filter)
    {
        ChartSet set = study.Charts.Slow.Of(moment, filter);
        return List(set, [.. set.All.Where(plan => !StudyCharts.IsQuick(plan))], study.Charts.Slow.Version);
    }

    private static ChartList List(ChartSet set, IReadOnlyList<ChartPlan> plans, long version)
    {
        StudyData shown = set.Analysis.Data;
        Dictionary<string, (string Title, int Place)> groups = new(StringComparer.Ordinal);
        foreach (ChartGroup group in ChartGroup.All)
        {
            foreach (string kind in group.Kinds)
            {
                groups[kind] = (group.Title, groups.Count);
            }
        }

        return new ChartList(
            version,
            shown.Trials.Count,
            set.Filter.Length == 0 ? PageTrials.Note(set.Moment.Data, shown) : null,
            [
                .. plans.Where(plan => groups.ContainsKey(plan.Kind)).OrderBy(plan => groups[plan.Kind].Place).Select(plan => new ChartEntry(
                    plan.Name,
                    plan.Kind,
                    groups[plan.Kind].Title,
                    [.. plan.Parameters.Select(parameter => shown.Space.Parameters[parameter].Name)],
                    StudyCharts.IsQuick(plan))),
            ]);
    }
}
