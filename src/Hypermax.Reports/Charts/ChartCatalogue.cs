using Hypermax.Analysis;
using Hypermax.Charts.Kinds;
using Hypermax.Reports;

namespace Hypermax.Charts;

/// <summary>Lists every chart that the trials of a study allow: of the study first, then of parameters and pairs, most important first.</summary>
/// <remarks>Listing costs the importances, a fraction of a second; a chart is computed when its plan is asked to make it.</remarks>
public static class ChartCatalogue
{
    private static readonly string[] TellingOfPairs = ["contour", "loss_matrix_min"];

    /// <summary>Lists the charts.</summary>
    /// <param name="analysis">The study.</param>
    /// <param name="options">Which charts, or null for the defaults.</param>
    public static IReadOnlyList<ChartPlan> List(StudyAnalysis analysis, ChartOptions? options = null)
    {
        options ??= new ChartOptions();
        StudyData data = analysis.Data;
        List<ChartPlan> plans = [.. OfStudy(analysis)];
        ChartNames names = new(data.Space);
        int[] shown = [.. analysis.ByImportance.Where(parameter => !IsFixed(data, parameter)).Take(options.MostParameters)];
        foreach (int parameter in shown)
        {
            plans.AddRange(ParameterCharts.List(data, parameter, "parameters/" + names[parameter] + "/", options));
        }

        int[] paired = [.. shown.Take(options.MostPairedParameters)];
        for (int i = 1; i < paired.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                plans.AddRange(PairCharts.List(data, Math.Min(paired[i], paired[j]), Math.Max(paired[i], paired[j]), names, options));
            }
        }

        return options.IsShort ? [.. plans.Where(IsTelling)] : plans;
    }

    /// <summary>Lists the charts of the study alone, which costs nothing; those that need importances compute them when they are made.</summary>
    /// <param name="analysis">The study.</param>
    internal static IReadOnlyList<ChartPlan> ListOfStudy(StudyAnalysis analysis) => [.. OfStudy(analysis)];

    private static bool IsTelling(ChartPlan plan) => plan.Parameters.Count switch
    {
        0 => true,
        1 => plan.Kind is ChartKinds.Slice or ChartKinds.Failures,
        _ => TellingOfPairs.Contains(plan.Name[(plan.Name.LastIndexOf('/') + 1)..], StringComparer.Ordinal),
    };

    /// <summary>Lists the charts of the study as a whole.</summary>
    internal static IEnumerable<ChartPlan> OfStudy(StudyAnalysis analysis)
    {
        StudyData data = analysis.Data;
        int complete = data.Complete.Count;
        bool hasParameters = data.Space.Count > 0;
        if (complete > 0 && !data.HasFront)
        {
            yield return Plan("history", ChartKinds.History, () => HistoryChart.Create(data));
        }

        if (complete >= 8 && hasParameters && !data.HasFront)
        {
            yield return Plan("importances", ChartKinds.Importances, () => ImportancesChart.Create(analysis));
        }

        if (complete > 0 && hasParameters)
        {
            yield return Plan("parallel_coordinates", ChartKinds.ParallelCoordinates, () => ParallelChart.Create(analysis));
        }

        foreach (ChartPlan plan in ObjectiveCharts.List(data))
        {
            yield return plan;
        }

        if (complete > 0)
        {
            yield return Plan("distribution", ChartKinds.Distribution, () => DistributionChart.Create(data));
        }

        if (complete >= 3 && hasParameters)
        {
            yield return Plan("correlations", ChartKinds.Correlations, () => CorrelationsChart.Create(analysis));
        }

        if (IntermediateValuesChart.IsPossible(data))
        {
            yield return Plan("intermediate_values", ChartKinds.IntermediateValues, () => IntermediateValuesChart.Create(data));
        }

        if (TimelineChart.IsPossible(data))
        {
            yield return Plan("timeline", ChartKinds.Timeline, () => TimelineChart.Create(data));
        }

        if (data.HasTimes)
        {
            yield return Plan("run_time", ChartKinds.RunTime, () => ResourceCharts.CreateRunTime(data));
        }

        if (ResourceCharts.HasMemory(data))
        {
            yield return Plan("memory", ChartKinds.Memory, () => ResourceCharts.CreateMemory(data));
        }

        if (data.Failed.Count > 0)
        {
            yield return Plan("failures", ChartKinds.Failures, () => FailuresChart.CreateByKind(data));
        }
    }

    /// <summary>Tells whether a parameter has one value only or no trial, so that charts of it would show nothing.</summary>
    private static bool IsFixed(StudyData data, int parameter)
    {
        double first = double.NaN;
        foreach (TrialRecord trial in data.Finished)
        {
            double value = trial.Point[parameter];
            if (!double.IsNaN(value))
            {
                if (!double.IsNaN(first) && value != first)
                {
                    return false;
                }

                first = value;
            }
        }

        return true;
    }

    private static ChartPlan Plan(string name, string kind, Func<Chart> make) => new(name, kind, [], make);
}
