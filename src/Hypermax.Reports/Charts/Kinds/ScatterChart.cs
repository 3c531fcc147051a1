using Hypermax.Analysis;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>Trials over two parameters: Hypermax's scatter with size and colour by value, and the rank plot.</summary>
internal static class ScatterChart
{
    /// <summary>Makes Hypermax's scatter: the best are large and blue; points of the same place merge into their best.</summary>
    /// <remarks>The area grows with 1 − min(1, v² / r²), v the place of the loss between best and worst, r that of the 90th percentile.</remarks>
    /// <param name="data">A study with a complete trial that has both parameters.</param>
    /// <param name="across">The index of the parameter on the horizontal axis.</param>
    /// <param name="up">The index of the parameter on the vertical axis.</param>
    /// <param name="share">Which share of the trials is drawn, the best; 1 for all.</param>
    /// <param name="name">The name of the chart.</param>
    public static Chart CreateBySize(StudyData data, int across, int up, double share, string name)
    {
        Measure measure = Measure.Loss(data);
        int[] rows = TopTrials.RowsWith(data, across, up);
        int[] chosen = share < 1 ? TopTrials.Best(rows, measure, share) : rows;
        rows = TopTrials.Drawn(data, chosen);
        ReadOnlySpan<double> x = data.ParameterColumn(across).Values;
        ReadOnlySpan<double> y = data.ParameterColumn(up).Values;
        HashSet<(double X, double Y)> places = new(rows.Length);
        List<int> merged = new(rows.Length);
        foreach (int row in TopTrials.InOrder(rows, measure.Order))
        {
            // The best of a place comes first.
            if (places.Add((x[row], y[row])))
            {
                merged.Add(row);
            }
        }

        double[] sorted = [.. merged.Select(row => data.Losses[row])];

        // Best last, so that they lie on top.
        merged.Reverse();
        double[] losses = [.. merged.Select(row => data.Losses[row])];
        double least = sorted[0];
        double range = (sorted[^1] / 2) - (least / 2);
        double red = range > 0 ? ((Quantiles.Of(sorted, 0.9) / 2) - (least / 2)) / range : 0;
        double Radius(double loss)
        {
            double place = range > 0 ? ((loss / 2) - (least / 2)) / range : 0;
            double area = range > 0 && red > 0 ? 10 + (25 * (1 - Math.Min(1, place * place / (red * red)))) : 20;

            // Hypermax's areas are square points of a disc's bounding square; 4/3 CSS pixels are a point.
            return Math.Sqrt(area) / 2 * 4 / 3;
        }

        return Create(
            data,
            across,
            up,
            name,
            [.. merged],
            ChartKinds.Scatter,
            $"{Names(data, across, up)}{(share < 1 ? SingleChart.TopWords(measure, share) : string.Empty)}",
            $"Trials by {Names(data, across, up)}: the better the {data.ValueName}, the larger and bluer the dot. "
            + "Trials at the same place are merged into the best of them.",
            ColorScales.OfLosses(data.ValueName, losses, data.Sign),
            data.ValueName,
            new Column("radius", losses.Select(Radius)),
            TopTrials.DrawnNote(rows, chosen));
    }

    /// <summary>Makes the rank plot: trials coloured by the rank of their value, the best 0 and the worst 1.</summary>
    /// <param name="data">A study with a complete trial that has both parameters.</param>
    /// <param name="across">The index of the parameter on the horizontal axis.</param>
    /// <param name="up">The index of the parameter on the vertical axis.</param>
    /// <param name="name">The name of the chart.</param>
    public static Chart CreateByRank(StudyData data, int across, int up, string name)
    {
        int[] all = TopTrials.RowsWith(data, across, up);
        int[] rows = [.. TopTrials.InOrder(TopTrials.Drawn(data, all), data.RowsByLoss).Reverse()];
        double[] ranks = Ranks.Of([.. rows.Select(row => data.Losses[row])]);
        double most = Math.Max(1, rows.Length - 1);
        return Create(
            data,
            across,
            up,
            name,
            rows,
            ChartKinds.Rank,
            $"Rank by {Names(data, across, up)}",
            $"Trials by {Names(data, across, up)}, coloured by the rank of their {data.ValueName}: dark is best. "
            + "Ranks show structure whatever the scale of the values is.",
            ColorScales.OfSequence("rank", 0, 1),
            "rank",
            new Column("rank", ranks.Select(rank => (rank - 1) / most)),
            TopTrials.DrawnNote(rows, all));
    }

    private static Chart Create(
        StudyData data,
        int across,
        int up,
        string name,
        int[] rows,
        string kind,
        string title,
        string description,
        ColorScale colors,
        string color,
        Column extra,
        string? drawn)
    {
        HashSet<string> taken = new(StringComparer.Ordinal) { "trial", data.ValueName, extra.Name, "x", "y" };
        Column x = data.ParameterColumn(across).Pick(rows);
        Column y = data.ParameterColumn(up).Pick(rows);
        x = x.Renamed(UniqueNames.For(x.Name, taken));
        y = y.Renamed(UniqueNames.For(y.Name, taken));
        return new Chart(
            new ChartSpec
            {
                Name = name,
                Kind = kind,
                Title = title,
                Note = drawn ?? SingleChart.RowsNote(data, rows.Length, 1),
                Description = description,
                Parameters = [data.Space.Parameters[across].Name, data.Space.Parameters[up].Name],
                X = Axes.OfParameter(data.Space.Parameters[across], data.ParameterColumn(across).Values),
                Y = Axes.OfParameter(data.Space.Parameters[up], data.ParameterColumn(up).Values),
                Colors = colors,
                Layers =
                [
                    new PointsLayer
                    {
                        X = x.Name,
                        Y = y.Name,
                        Color = color,
                        Size = extra.Name == "radius" ? "radius" : null,
                        Trial = "trial",
                        Radius = 3,
                        Opacity = 0.7,
                    },
                ],
                Height = 480,
            },
            new Table(data.TrialColumn.Pick(rows), x, y, data.ValueColumn.Pick(rows), extra));
    }

    private static string Names(StudyData data, int across, int up) => $"{data.Space.Parameters[across].Name} and {data.Space.Parameters[up].Name}";
}
