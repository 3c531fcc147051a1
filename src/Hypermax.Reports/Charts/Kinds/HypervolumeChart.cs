using Hypermax.Analysis.Fronts;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>The hypervolume of the front after each trial.</summary>
internal static class HypervolumeChart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="data">A study with several objectives and at least one feasible trial.</param>
    public static Chart Create(StudyData data)
    {
        FrontProgress progress = FrontProgress.Of(data);
        Table table = new(
            new Column("trial", progress.Trials.Select(trial => (double)trial.Number)),
            new Column("hypervolume", progress.Shares));
        return new Chart(
            new ChartSpec
            {
                Name = "hypervolume",
                Kind = ChartKinds.Hypervolume,
                Title = "Hypervolume history",
                Description = "How much of the box that the feasible trials span is beaten by some trial so far, each objective scaled to its range: "
                    + "1 would be one trial that is best in everything. A line that still rises says that more trials would widen the front.",
                X = Axes.OfCounts("trial", table["trial"].Values),
                Y = Axes.OfNumbers("hypervolume", table["hypervolume"].Values, fromZero: true),
                Layers = [new LineLayer { X = "trial", Y = "hypervolume", Role = ColorRole.Best, IsStep = true, Trial = "trial" }],
            },
            table);
    }
}
