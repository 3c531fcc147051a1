using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Reports;

namespace Hypermax.Html;

/// <summary>Chooses the charts of the page: all of the study, one of each parameter, and two of each pair of those that matter most.</summary>
/// <remarks>The folder of charts has every chart; on a page they would hide what matters, and weigh too much.</remarks>
internal static class PageCharts
{
    private const int PairedParameters = 4;

    private static readonly string[] PairNames = ["contour", "loss_matrix_min"];

    /// <summary>Makes the charts; one that fails is told and left out.</summary>
    /// <param name="analysis">The study.</param>
    /// <param name="run">Where failures are told.</param>
    public static IReadOnlyList<Chart> Create(StudyAnalysis analysis, ReportRun run)
    {
        HashSet<int> paired = [.. analysis.ByImportance.Take(PairedParameters)];
        ChartPlan[] plans = [.. ChartCatalogue.List(analysis, new ChartOptions { MostPairedParameters = PairedParameters }).Where(plan => IsShown(plan, paired))];
        Chart?[] charts = new Chart?[plans.Length];
        string?[] reasons = new string?[plans.Length];
        Parallel.For(0, plans.Length, i =>
        {
            // A chart must never cost the page, whatever is wrong with it.
            try
            {
                charts[i] = plans[i].Make();
            }
            catch (Exception error)
            {
                reasons[i] = error.Message;
            }
        });
        for (int i = 0; i < plans.Length; i++)
        {
            if (reasons[i] is { } reason)
            {
                run.Add(new ReportFailure($"chart {plans[i].Name}", reason));
            }
        }

        return [.. charts.OfType<Chart>()];
    }

    private static bool IsShown(ChartPlan plan, HashSet<int> paired) => plan.Parameters.Count switch
    {
        0 => true,
        1 => plan.Kind is ChartKinds.Slice or ChartKinds.Failures,
        _ => plan.Parameters.All(paired.Contains) && PairNames.Contains(plan.Name[(plan.Name.LastIndexOf('/') + 1)..], StringComparer.Ordinal),
    };
}
