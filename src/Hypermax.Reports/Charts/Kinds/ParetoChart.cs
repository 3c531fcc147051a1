using Hypermax.Analysis;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>Two objectives against each other, with the trials that no other beats in all objectives.</summary>
internal static class ParetoChart
{
    /// <summary>Makes the chart of two objectives.</summary>
    /// <param name="data">A study of several objectives with at least one complete trial.</param>
    /// <param name="first">The index of the objective on the horizontal axis.</param>
    /// <param name="second">The index of the objective on the vertical axis.</param>
    public static Chart Create(StudyData data, int first, int second)
    {
        int objectives = data.Header.Directions.Count;
        (IReadOnlyList<TrialRecord> trials, IReadOnlySet<int> front) = ParetoFront.Of(data);
        string x = FormattableString.Invariant($"objective {first + 1}");
        string y = FormattableString.Invariant($"objective {second + 1}");
        Table all = new(
            new Column("trial", trials.Select(trial => (double)trial.Number)),
            new Column(x, trials.Select(trial => trial.Outcome!.Values![first])),
            new Column(y, trials.Select(trial => trial.Outcome!.Values![second])),
            new Column("on_front", Enumerable.Range(0, trials.Count).Select(i => front.Contains(i) ? 1.0 : 0.0)));
        Table best = all.Pick([.. front.OrderBy(i => all[x][i])]);
        List<Layer> layers =
        [
            new PointsLayer { X = x, Y = y, Trial = "trial", Role = ColorRole.Muted, Opacity = Opacities.ForCount(trials.Count), Label = "beaten" },
        ];
        if (objectives == 2)
        {
            layers.Add(new LineLayer { Table = "front", X = x, Y = y, Role = ColorRole.Best, Width = 1.2 });
        }

        layers.Add(new PointsLayer { Table = "front", X = x, Y = y, Trial = "trial", Role = ColorRole.Best, Radius = 3.5, Label = "Pareto front" });
        return new Chart(
            new ChartSpec
            {
                Name = objectives == 2 ? "pareto_front" : FormattableString.Invariant($"pareto_front_{first + 1}_{second + 1}"),
                Kind = ChartKinds.ParetoFront,
                Title = objectives == 2 ? "Pareto front" : $"Pareto front, {x} and {y}",
                Note = $"{Notes.Count(front.Count, "trial")} of {Notes.Count(trials.Count, "trial")} on the front",
                Description = $"Every complete trial by two objectives, {Word(data.Header.Directions[first])} to the right and "
                    + $"{Word(data.Header.Directions[second])} upwards. Marked are the trials that no other beats in all objectives.",
                X = Axes.OfNumbers(x, all[x].Values),
                Y = Axes.OfNumbers(y, all[y].Values),
                Layers = layers,
            },
            all,
            new Dictionary<string, Table>(StringComparer.Ordinal) { ["front"] = best });
    }

    private static string Word(Direction direction) => direction == Direction.Maximize ? "better" : "worse";
}
