using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>Two objectives against each other, with the trials that no other beats in all objectives, and those that break a constraint.</summary>
internal static class ParetoChart
{
    /// <summary>Makes the chart of two objectives.</summary>
    /// <param name="data">A study of several objectives with at least one complete trial.</param>
    /// <param name="first">The index of the objective on the horizontal axis.</param>
    /// <param name="second">The index of the objective on the vertical axis.</param>
    public static Chart Create(StudyData data, int first, int second)
    {
        int objectives = data.Header.Directions.Count;
        TrialRecord[] trials = [.. data.Complete.Where(trial => trial.Values.Count == objectives)];
        HashSet<int> front = [.. data.Front.Select(trial => trial.Number)];
        (string x, string y) = (data.ObjectiveTitle(first), data.ObjectiveTitle(second));
        Table all = new(
            new Column("trial", trials.Select(trial => (double)trial.Number)),
            new Column(x, trials.Select(trial => trial.Values[first])),
            new Column(y, trials.Select(trial => trial.Values[second])),
            new Column("on_front", trials.Select(trial => front.Contains(trial.Number) ? 1.0 : 0.0)),
            new Column("feasible", trials.Select(trial => trial.IsFeasible ? 1.0 : 0.0)));
        Dictionary<string, Table> parts = new(StringComparer.Ordinal)
        {
            ["beaten"] = Part(all, trials, trial => trial.IsFeasible && !front.Contains(trial.Number)),
            ["infeasible"] = Part(all, trials, trial => !trial.IsFeasible),
            ["front"] = Part(all, trials, trial => front.Contains(trial.Number)),
            ["knee"] = Part(all, trials, trial => trial.Number == data.Best?.Number),
        };
        return new Chart(
            new ChartSpec
            {
                Name = objectives == 2 ? "pareto_front" : FormattableString.Invariant($"pareto_front_{first + 1}_{second + 1}"),
                Kind = ChartKinds.ParetoFront,
                Title = objectives == 2 ? "Pareto front" : $"Pareto front, {x} and {y}",
                Note = Notes.Join(
                    $"{Notes.Count(front.Count, "trial")} of {Notes.Count(trials.Length, "trial")} on the front",
                    parts["infeasible"].RowCount > 0 ? $"{Notes.Count(parts["infeasible"].RowCount, "trial")} infeasible" : null),
                Description = $"Every complete trial by two objectives, {Word(data.Header.Directions[first])} to the right and "
                    + $"{Word(data.Header.Directions[second])} upwards. Marked are the trials that no other beats in all objectives, and the knee among them, "
                    + "from where a gain in one objective costs much in the others. A click on a trial shows the command that chooses it.",
                X = FrontAxis.Of(x, all[x].Values.ToArray()),
                Y = FrontAxis.Of(y, all[y].Values.ToArray()),
                Layers = [.. Layers(x, y, parts, objectives)],
            },
            all,
            parts);
    }

    private static IEnumerable<Layer> Layers(string x, string y, Dictionary<string, Table> parts, int objectives)
    {
        yield return new PointsLayer
        {
            Table = "beaten",
            X = x,
            Y = y,
            Trial = "trial",
            Role = ColorRole.Muted,
            Opacity = Opacities.ForCount(parts["beaten"].RowCount),
            Label = "beaten",
        };
        if (parts["infeasible"].RowCount > 0)
        {
            yield return new PointsLayer
            {
                Table = "infeasible",
                X = x,
                Y = y,
                Trial = "trial",
                Role = ColorRole.Infeasible,
                IsCross = true,
                Radius = 3,
                Opacity = Opacities.ForCount(parts["infeasible"].RowCount),
                Label = "infeasible",
            };
        }

        if (objectives == 2)
        {
            yield return new LineLayer { Table = "front", X = x, Y = y, Role = ColorRole.Best, Width = 1.2 };
        }

        yield return new PointsLayer { Table = "front", X = x, Y = y, Trial = "trial", Role = ColorRole.Best, Radius = 3.5, Label = "Pareto front" };
        yield return new PointsLayer { Table = "knee", X = x, Y = y, Trial = "trial", Role = ColorRole.Secondary, Radius = 6, Label = "knee" };
    }

    // By the horizontal axis, so that the line through the front does not cross itself.
    private static Table Part(Table all, TrialRecord[] trials, Func<TrialRecord, bool> isIn) => all.Pick(
    [
        .. Enumerable.Range(0, trials.Length).Where(row => isIn(trials[row])).OrderBy(row => all.Columns[1][row]).ThenBy(row => row),
    ]);

    private static string Word(Direction direction) => direction == Direction.Maximize ? "better" : "worse";
}
