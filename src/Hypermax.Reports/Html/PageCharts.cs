using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Reports;

namespace Hypermax.Html;

/// <summary>Makes the charts of the page; see <see cref="ChartOptions.OfPage"/>.</summary>
internal static class PageCharts
{
    /// <summary>Makes the charts; one that fails is told and left out.</summary>
    /// <param name="analysis">The study.</param>
    /// <param name="run">Where failures are told.</param>
    public static IReadOnlyList<Chart> Create(StudyAnalysis analysis, ReportRun run)
    {
        IReadOnlyList<ChartPlan> plans = ChartCatalogue.List(analysis, ChartOptions.OfPage);
        Chart?[] charts = new Chart?[plans.Count];
        ReportFailure?[] failures = new ReportFailure?[plans.Count];
        Parallel.For(0, plans.Count, i =>
        {
            // A chart must never cost the page, whatever is wrong with it.
            try
            {
                charts[i] = plans[i].Make();
            }
            catch (Exception error)
            {
                failures[i] = ReportFailure.Of($"chart {plans[i].Name}", error);
            }
        });
        foreach (ReportFailure failure in failures.OfType<ReportFailure>())
        {
            run.Add(failure);
        }

        return [.. charts.OfType<Chart>()];
    }
}
