using Hypermax.Analysis;
using Hypermax.Reports;

namespace Hypermax.Charts.Kinds;

/// <summary>Lists the charts of a study with several objectives.</summary>
internal static class ObjectiveCharts
{
    /// <summary>Lists the charts; none for a study with one objective.</summary>
    public static IEnumerable<ChartPlan> List(StudyData data)
    {
        int objectives = data.Header.Directions.Count;
        if (!data.HasFront || !data.Complete.Any(trial => trial.Values.Count == objectives))
        {
            yield break;
        }

        for (int first = 0; first < objectives; first++)
        {
            for (int second = first + 1; second < objectives; second++)
            {
                (int a, int b) = (first, second);
                string name = objectives == 2 ? "pareto_front" : FormattableString.Invariant($"pareto_front_{a + 1}_{b + 1}");
                yield return Plan(name, ChartKinds.ParetoFront, () => ParetoChart.Create(data, a, b));
            }
        }

        if (data.Front.Count > 0)
        {
            yield return Plan("hypervolume", ChartKinds.Hypervolume, () => HypervolumeChart.Create(data));
            yield return objectives == 2
                ? Plan("attainment", ChartKinds.Attainment, () => AttainmentChart.Create(data))
                : Plan("objectives", ChartKinds.Objectives, () => ObjectivesChart.Create(data));
        }

        for (int i = 0; i < objectives; i++)
        {
            foreach (ChartPlan plan in OfOne(data, i))
            {
                yield return plan;
            }
        }
    }

    private static IEnumerable<ChartPlan> OfOne(StudyData data, int objective)
    {
        Lazy<StudyData> own = new(() => data.ForObjective(objective));
        yield return Plan(NameOf("history", objective), ChartKinds.History, () => Named(HistoryChart.Create(own.Value), own.Value, objective));
        if (data.Complete.Count >= 8 && data.Space.Count > 0)
        {
            yield return Plan(
                NameOf("importances", objective),
                ChartKinds.Importances,
                () => Named(ImportancesChart.Create(new StudyAnalysis(own.Value)), own.Value, objective));
        }
    }

    private static Chart Named(Chart chart, StudyData own, int objective) => new(
        chart.Spec with { Name = NameOf(chart.Spec.Name, objective), Title = $"{chart.Spec.Title}: {own.ValueName}" }, chart.Table, chart.Parts);

    private static string NameOf(string chart, int objective) => FormattableString.Invariant($"{chart}_{objective + 1}");

    private static ChartPlan Plan(string name, string kind, Func<Chart> make) => new(name, kind, [], make);
}
