using Hypermax.Analysis;
using Hypermax.Analysis.Surfaces;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>A smooth surface of the value over two numeric parameters, with lines of equal value and the trials.</summary>
internal static class ContourChart
{
    private const int Size = 32;

    /// <summary>Tells whether both parameters are numbers, as a surface needs.</summary>
    /// <param name="data">The study.</param>
    /// <param name="across">The index of the parameter on the horizontal axis.</param>
    /// <param name="up">The index of the parameter on the vertical axis.</param>
    public static bool IsPossible(StudyData data, int across, int up) =>
        data.Space.Parameters[across] is NumericParameter && data.Space.Parameters[up] is NumericParameter;

    /// <summary>Makes the chart.</summary>
    /// <param name="data">A study with at least four complete trials that have both parameters.</param>
    /// <param name="across">The index of the parameter on the horizontal axis.</param>
    /// <param name="up">The index of the parameter on the vertical axis.</param>
    /// <param name="name">The name of the chart.</param>
    public static Chart Create(StudyData data, int across, int up, string name)
    {
        int[] rows = TopTrials.RowsWith(data, across, up);
        Axis x = Axes.OfParameter(data.Space.Parameters[across], data.ParameterColumn(across).Values);
        Axis y = Axes.OfParameter(data.Space.Parameters[up], data.ParameterColumn(up).Values);
        (AxisScale acrossScale, AxisScale upScale) = (new AxisScale(x), new AxisScale(y));
        (Column acrossValues, Column upValues) = (data.ParameterColumn(across), data.ParameterColumn(up));
        double[] u = [.. rows.Select(row => acrossScale.ToUnit(acrossValues[row]))];
        double[] v = [.. rows.Select(row => upScale.ToUnit(upValues[row]))];

        // Ranks make the surface: extreme losses would be all that shows. Levels go back to values after.
        double[] sorted = [.. TopTrials.InOrder(rows, data.RowsByLoss).Select(row => data.Losses[row])];
        double[] ranks = Ranks.Of([.. rows.Select(row => data.Losses[row])]);
        double[] surface = KernelSurface.Compute(u, v, [.. ranks.Select(rank => (rank - 0.5) / ranks.Length)], Size);
        double[] losses = [.. surface.Select(share => Quantiles.Of(sorted, share))];
        double[] heights = [.. surface.Order()];
        double[] levels = [.. Enumerable.Range(1, 7).Select(i => Quantiles.Of(heights, i / 8.0)).Distinct()];
        List<ContourLine> lines = [.. levels.SelectMany(level => ContourLines.Trace(surface, Size, level))];
        HashSet<string> taken = new(StringComparer.Ordinal) { "trial", "x1", "x2", "y1", "y2", data.ValueName };
        string acrossHead = UniqueNames.For(data.Space.Parameters[across].Name, taken);
        string upHead = UniqueNames.For(data.Space.Parameters[up].Name, taken);
        double Edge(AxisScale scale, int i) => scale.FromUnit((double)i / Size);
        int count = Size * Size;
        int[] drawn = TopTrials.Drawn(data, rows);
        return new Chart(
            new ChartSpec
            {
                Name = name,
                Kind = ChartKinds.Contour,
                Title = $"Contours over {data.Space.Parameters[across].Name} and {data.Space.Parameters[up].Name}",
                Note = Notes.Join(SingleChart.RowsNote(data, rows.Length, 1), "smoothed by ranks of neighbouring trials", TopTrials.DrawnNote(drawn, rows)),
                Description = $"The typical {data.ValueName} around each place, by a weighted mean of the ranks of the trials near it; blue is best. "
                    + "Lines join equal values; dots are the trials. Where no dots are, the surface is a guess.",
                Parameters = [data.Space.Parameters[across].Name, data.Space.Parameters[up].Name],
                X = x,
                Y = y,
                Colors = ColorScales.OfLosses(data.ValueName, losses, data.Sign),
                Layers =
                [
                    new CellsLayer { X1 = "x1", X2 = "x2", Y1 = "y1", Y2 = "y2", Color = data.ValueName, AcrossCount = Size, IsSmooth = true, Opacity = 0.8 },
                    new LineLayer { Table = "lines", X = acrossHead, Y = upHead, Series = "line", Role = ColorRole.Muted, Width = 1, Opacity = 0.9 },
                    new PointsLayer
                    {
                        Table = "trials",
                        X = acrossHead,
                        Y = upHead,
                        Trial = "trial",
                        Role = ColorRole.Trend,
                        Radius = 1.6,
                        Opacity = Opacities.ForCount(drawn.Length),
                    },
                ],
                Height = 480,
            },
            new Table(
                new Column("x1", Enumerable.Range(0, count).Select(i => Edge(acrossScale, i % Size))),
                new Column("x2", Enumerable.Range(0, count).Select(i => Edge(acrossScale, (i % Size) + 1))),
                new Column("y1", Enumerable.Range(0, count).Select(i => Edge(upScale, i / Size))),
                new Column("y2", Enumerable.Range(0, count).Select(i => Edge(upScale, (i / Size) + 1))),
                new Column(data.ValueName, losses.Select(loss => data.Sign * loss))),
            new Dictionary<string, Table>(StringComparer.Ordinal)
            {
                ["lines"] = new(
                    new Column("line", lines.SelectMany((line, i) => line.Places.Select(_ => (double)i))),
                    new Column(data.ValueName, lines.SelectMany(line => line.Places.Select(_ => data.Sign * Quantiles.Of(sorted, line.Level)))),
                    new Column(acrossHead, lines.SelectMany(line => line.Places.Select(place => acrossScale.FromUnit(place.X)))),
                    new Column(upHead, lines.SelectMany(line => line.Places.Select(place => upScale.FromUnit(place.Y))))),
                ["trials"] = new(
                    data.TrialColumn.Pick(drawn),
                    data.ParameterColumn(across).Pick(drawn).Renamed(acrossHead),
                    data.ParameterColumn(up).Pick(drawn).Renamed(upHead),
                    data.ValueColumn.Pick(drawn)),
            });
    }
}
