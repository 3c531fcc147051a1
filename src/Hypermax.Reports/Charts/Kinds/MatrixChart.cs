using Hypermax.Charts.Scales;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>Hypermax's matrices of two parameters: loss, response and time in up to ten by ten buckets.</summary>
/// <remarks>
/// <para>A cell holds the mean, best or median of its trials; an empty one the mean of the nearest filled ones (its number of trials
/// is 0 in the table and it prints no number). Loss and time are coloured over all cells: blue to the 5th percentile, green at the
/// 20th, yellow at the 40th, red from the 90th. A response matrix colours the rank within each row, 0 the best: blue to .1, green .3, yellow .6, red
/// from .9, so it shows what to choose on the horizontal axis for each value on the vertical one.</para>
/// <para>Mended against Hypermax: no trial falls out, the top tenth applies to the cells too, choices and conditional parameters have matrices.</para>
/// </remarks>
internal static class MatrixChart
{
    /// <summary>Makes a loss or time matrix.</summary>
    public static Chart CreateGlobal(PairCells cells, Reduction reduction, string name)
    {
        Measure measure = cells.Measure;
        (string across, string up) = Names(cells);
        double[] values = Reduce(cells, reduction);
        double[] shown = [.. values.Select(value => measure.Sign * value)];
        string title = $"{measure.Capital} matrix ({Word(reduction, measure)}) of {across} and {up}";
        string description = $"The {Word(reduction, measure)} {measure.Name} of the trials in each square of {across} and {up}. Blue is best: "
            + "up to the 5th percentile of the squares; red is worst, from the 90th.";
        return Create(cells, name, shown, shown, ColorScales.OfLosses(measure.Title, values, measure.Sign), ChartKinds.Matrix, title, description);
    }

    /// <summary>Makes a response matrix.</summary>
    public static Chart CreateResponse(PairCells cells, Reduction reduction, string name)
    {
        Measure measure = cells.Measure;
        (string across, string up) = Names(cells);
        double[] values = Reduce(cells, reduction);
        double[] shown = [.. values.Select(value => measure.Sign * value)];
        string title = $"Response matrix ({Word(reduction, measure)}) of {across} for {up}";
        string description = $"For each value of {up}, a row, the squares ranked among themselves by their {Word(reduction, measure)} {measure.Name}: "
            + $"blue is the best tenth of the row. It shows how the best {across} depends on {up}.";
        return Create(cells, name, RowRanks(values, cells.X.Count), shown, ColorScales.OfRowRanks, ChartKinds.Response, title, description);
    }

    /// <summary>Gets for each cell the share of its row that is better; equal cells share the lowest rank, a constant row is 0.5;
    /// empty cells have none.</summary>
    internal static double[] RowRanks(double[] values, int across)
    {
        double[] ranks = new double[values.Length];
        for (int start = 0; start < values.Length; start += across)
        {
            ReadOnlySpan<double> row = values.AsSpan(start, across);
            (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
            int filled = 0;
            foreach (double value in row)
            {
                (least, most, filled) = double.IsNaN(value) ? (least, most, filled) : (Math.Min(least, value), Math.Max(most, value), filled + 1);
            }

            for (int i = 0; i < across; i++)
            {
                int better = 0;
                foreach (double other in row)
                {
                    better += other < row[i] ? 1 : 0;
                }

                ranks[start + i] = double.IsNaN(row[i]) ? double.NaN : least == most ? 0.5 : (double)better / filled;
            }
        }

        return ranks;
    }

    private static Chart Create(
        PairCells cells, string name, double[] coloured, double[] shown, ColorScale colors, string kind, string title, string description)
    {
        Measure measure = cells.Measure;
        (string across, string up) = Names(cells);
        HashSet<string> taken = new(StringComparer.Ordinal) { "x1", "x2", "y1", "y2", "trials", "text", "rank", measure.Name };
        string acrossHead = UniqueNames.For(across, taken);
        string upHead = UniqueNames.For(up, taken);
        bool isResponse = kind == ChartKinds.Response;
        List<Column> columns = [.. cells.EdgeColumns(acrossHead, upHead), new Column(measure.Name, shown)];
        if (isResponse)
        {
            columns.Add(new Column("rank", coloured));
        }

        columns.Add(Column.OfTexts("text", shown.Select((value, cell) => cells.CountIn(cell) == 0 ? null : CellText(value))));
        return new Chart(
            new ChartSpec
            {
                Name = name,
                Kind = kind,
                Title = title + (cells.Share < 1 ? SingleChart.TopWords(measure, cells.Share) : string.Empty),
                Note = SingleChart.RowsNote(cells.Data, cells.RowCount, cells.Share),
                Description = description,
                Parameters = [across, up],
                X = cells.X.ToAxis(across),
                Y = cells.Y.ToAxis(up),
                Colors = colors,
                Layers =
                [
                    new CellsLayer
                    {
                        X1 = "x1", X2 = "x2", Y1 = "y1", Y2 = "y2", Color = isResponse ? "rank" : measure.Name, Text = "text",
                        AcrossCount = cells.X.Count, IsSmooth = IsOrdered(cells) && cells.X.Count > 1 && cells.Y.Count > 1,
                    },
                ],
                Height = 480,
            },
            new Table(columns));
    }

    /// <summary>Gets three significant digits without the leading zero, as small squares need.</summary>
    private static string CellText(double value)
    {
        string text = NumberText.Digits(value, 3);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text.StartsWith("-0.", StringComparison.Ordinal) ? "-" + text[2..] : text;
    }

    /// <summary>Reduces the cells; an empty one stays empty where a choice without order has no neighbours to take a value from.</summary>
    private static double[] Reduce(PairCells cells, Reduction reduction)
    {
        double[] values = cells.Reduce(reduction);
        if (!IsOrdered(cells))
        {
            for (int cell = 0; cell < values.Length; cell++)
            {
                values[cell] = cells.CountIn(cell) == 0 ? double.NaN : values[cell];
            }
        }

        return values;
    }

    private static bool IsOrdered(PairCells cells) => IsOrdered(cells, cells.Across) && IsOrdered(cells, cells.Up);

    private static bool IsOrdered(PairCells cells, int parameter) =>
        cells.Data.Space.Parameters[parameter] is NumericParameter or CategoricalParameter { IsOrdered: true };

    private static (string Across, string Up) Names(PairCells cells) =>
        (cells.Data.Space.Parameters[cells.Across].Name, cells.Data.Space.Parameters[cells.Up].Name);

    private static string Word(Reduction reduction, Measure measure) => reduction switch
    {
        Reduction.Mean => "mean",
        Reduction.Median => "median",
        _ => measure.Sign > 0 ? "min" : "max",
    };
}
