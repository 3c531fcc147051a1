using Hypermax.Analysis;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>The values in trial order, with the best so far and the failed trials at the edge.</summary>
internal static class HistoryChart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="data">A study with at least one complete trial.</param>
    public static Chart Create(StudyData data)
    {
        double[] best = new double[data.Complete.Count];
        double lowest = double.PositiveInfinity;
        for (int row = 0; row < best.Length; row++)
        {
            lowest = data.Complete[row].IsFeasible ? Math.Min(lowest, data.Losses[row]) : lowest;
            best[row] = double.IsFinite(lowest) ? data.Sign * lowest : double.NaN;
        }

        int[] all = [.. Enumerable.Range(0, best.Length)];
        HashSet<int> drawn = [.. TopTrials.Drawn(data, all)];
        int[] rows = drawn.Count == all.Length ? all : [.. all.Where(row => drawn.Contains(row) || row == 0 || best[row] != best[row - 1])];
        Axis y = Axes.OfObjective(data.ValueName, data.ValueColumn.Values, data.Sign);
        List<Layer> layers =
        [
            new PointsLayer { X = "trial", Y = data.ValueName, Trial = "trial", Opacity = Opacities.ForCount(rows.Length), Label = "trials" },
            new LineLayer { X = "trial", Y = "best", Role = ColorRole.Best, IsStep = true, Label = "best so far" },
        ];
        layers.AddRange(
            data.Seams.Select(
                trial => new RuleLayer
                {
                    Value = trial - 0.5,
                    IsVertical = true,
                    Role = ColorRole.Muted,
                    Label = trial == data.Seams[0] ? "objective changed" : null,
                }));
        Dictionary<string, Table> parts = new(StringComparer.Ordinal);
        if (data.Infeasible.Count > 0)
        {
            IReadOnlyList<TrialRecord> infeasible = TopTrials.Evenly(data.Infeasible);
            parts.Add("infeasible", new Table(
                new Column("trial", infeasible.Select(trial => (double)trial.Number)), new Column(data.ValueName, infeasible.Select(trial => trial.Value))));
            layers.Add(
                new PointsLayer
                {
                    Table = "infeasible",
                    X = "trial",
                    Y = data.ValueName,
                    Trial = "trial",
                    Role = ColorRole.Infeasible,
                    Radius = 4,
                    IsCross = true,
                    Label = "infeasible",
                });
        }

        if (data.Failed.Count > 0)
        {
            IReadOnlyList<TrialRecord> failed = TopTrials.Evenly(data.Failed);
            parts.Add("failed", new Table(
                new Column("trial", failed.Select(trial => (double)trial.Number)),
                new Column("at", failed.Select(_ => data.Sign > 0 ? y.Max : y.Min)),
                Column.OfTexts("failure", failed.Select(trial => trial.Outcome?.Failure.ToString()))));
            layers.Add(
                new PointsLayer
                {
                    Table = "failed",
                    X = "trial",
                    Y = "at",
                    Trial = "trial",
                    Role = ColorRole.Failed,
                    IsCross = true,
                    Radius = 3,
                    Label = "failed",
                });
        }

        return new Chart(
            new ChartSpec
            {
                Name = "history",
                Kind = ChartKinds.History,
                Title = "Optimisation history",
                Note = Notes.Join(TopTrials.DrawnNote(rows, all), Notes.Beyond(y, data.ValueColumn.Values)),
                Description = $"The {data.ValueName} of every complete trial in the order of trial numbers, "
                    + "and the best so far as a "
                    + $"line{(data.Failed.Count > 0 ? "; failed trials are crosses at the edge" : string.Empty)}"
                    + $"{(data.Infeasible.Count > 0 ? "; crossed out are trials that break a constraint, which are never the best" : string.Empty)}"
                    + $"{(data.Seams.Count > 0 ? "; a vertical line stands where the objective changed" : string.Empty)}.",
                X = Axes.OfCounts("trial", [.. data.TrialColumn.Values, .. data.Failed.Select(trial => (double)trial.Number)]),
                Y = y,
                Layers = layers,
            },
            Drawn(new Table(data.TrialColumn, data.ValueColumn, new Column("best", best)), rows),
            parts);
    }

    private static Table Drawn(Table table, int[] rows) => rows.Length == table.RowCount ? table : table.Pick(rows);
}
