using Hypermax.Fronts;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>What two objectives had attained together after a quarter, half and all of the trials.</summary>
internal static class AttainmentChart
{
    private static readonly (double Share, string Label, ColorRole Role)[] Stages =
    [
        (0.25, "a quarter", ColorRole.Muted),
        (0.5, "half", ColorRole.Secondary),
        (1, "all trials", ColorRole.Best),
    ];

    /// <summary>Makes the chart.</summary>
    /// <param name="data">A study with two objectives and at least one feasible trial.</param>
    public static Chart Create(StudyData data)
    {
        (string x, string y) = (data.ObjectiveTitle(0), data.ObjectiveTitle(1));
        TrialRecord[] trials = [.. data.Complete.Where(trial => trial.IsFeasible && trial.Values.Count == 2)];
        Table all = Points(x, y, trials);
        Dictionary<string, Table> parts = new(StringComparer.Ordinal);
        List<Layer> layers = [];
        foreach ((double share, string label, ColorRole role) in Stages)
        {
            TrialRecord[] until = trials[..(int)Math.Ceiling(share * trials.Length)];
            LossTable losses = LossTable.Of(until, data.Header.Directions);
            int[] front = [.. NonDominatedSort.FirstFront(losses).OrderBy(row => until[row].Values[0])];
            parts[label] = Points(x, y, Corners([.. front.Select(row => until[row])], data.Direction));
            layers.Add(new LineLayer { Table = label, X = x, Y = y, Role = role, Label = $"after {label}", Width = share == 1 ? 2 : 1.4 });
        }

        return new Chart(
            new ChartSpec
            {
                Name = "attainment",
                Kind = ChartKinds.Attainment,
                Title = "Attainment",
                Description = $"Which pairs of {x} and {y} were attained by some trial after a quarter, half and all of the trials: everything on the "
                    + "worse side of a line was. Where two lines lie on each other, the later trials found nothing better.",
                X = FrontAxis.Of(x, parts.Values.SelectMany(part => part[x].Values.ToArray())),
                Y = FrontAxis.Of(y, parts.Values.SelectMany(part => part[y].Values.ToArray())),
                Layers = layers,
            },
            all,
            parts);
    }

    // A front of trials attains nothing better between two of them than the worse of each: the line goes round the corner.
    private static List<(double X, double Y)> Corners(IReadOnlyList<TrialRecord> front, Direction direction)
    {
        List<(double X, double Y)> line = [];
        for (int i = 0; i < front.Count; i++)
        {
            if (i > 0)
            {
                line.Add(direction == Direction.Minimize
                    ? (front[i].Values[0], front[i - 1].Values[1])
                    : (front[i - 1].Values[0], front[i].Values[1]));
            }

            line.Add((front[i].Values[0], front[i].Values[1]));
        }

        return line;
    }

    private static Table Points(string x, string y, IEnumerable<TrialRecord> trials) =>
        Points(x, y, [.. trials.Select(trial => (trial.Values[0], trial.Values[1]))]);

    private static Table Points(string x, string y, List<(double X, double Y)> points) =>
        new(new Column(x, points.Select(point => point.X)), new Column(y, points.Select(point => point.Y)));
}
