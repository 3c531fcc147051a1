using Hypermax.Analysis;
using Hypermax.Analysis.Correlations;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>The rank correlations of the objective and the parameters as a coloured square.</summary>
internal static class CorrelationsChart
{
    private const int Most = 24;

    /// <summary>Makes the chart.</summary>
    /// <param name="analysis">A study with at least three complete trials and one parameter.</param>
    public static Chart Create(StudyAnalysis analysis)
    {
        StudyData data = analysis.Data;
        int[] shown = [.. analysis.ByImportance.Take(Most).Order()];
        Table square = CorrelationTable.Create(data, shown);
        string[] names = [.. Enumerable.Range(0, square.RowCount).Select(square.Columns[0].Text)];
        int count = names.Length;
        double[] value = new double[count * count];
        for (int i = 0; i < value.Length; i++)
        {
            value[i] = square.Columns[1 + (i % count)][i / count];
        }

        Table table = new(
            new Column("field", [.. Enumerable.Range(0, value.Length).Select(i => (double)(i / count))], names),
            new Column("with", [.. Enumerable.Range(0, value.Length).Select(i => (double)(i % count))], names),
            new Column("correlation", value),
            Column.OfTexts(
                "text",
                value.Select(
                    number => double.IsNaN(number)
                        ? null
                        : (Math.Abs(number) < 0.005 ? 0 : number)
                            .ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)
                            .Replace("0.", ".", StringComparison.Ordinal))),
            new Column("x1", Enumerable.Range(0, value.Length).Select(i => (i % count) - 0.5)),
            new Column("x2", Enumerable.Range(0, value.Length).Select(i => (i % count) + 0.5)),
            new Column("y1", Enumerable.Range(0, value.Length).Select(i => (i / count) - 0.5)),
            new Column("y2", Enumerable.Range(0, value.Length).Select(i => (i / count) + 0.5)));
        return new Chart(
            new ChartSpec
            {
                Name = "correlations",
                Kind = ChartKinds.Correlations,
                Title = "Rank correlations",
                Note = Notes.Join(
                    shown.Length < data.Space.Count ? $"the {shown.Length} most important of {data.Space.Count} parameters" : null,
                    "between numbers from -1 to 1; with unordered choices from 0 to 1"),
                Description = $"How strongly the {data.ValueName} and the parameters go together, by ranks. "
                    + $"The row of the {data.ValueName} tells which parameters it depends on; the others tell which parameters the search moved together.",
                X = Axes.OfCategories(string.Empty, names),
                Y = Axes.OfCategories(string.Empty, names) with { IsReversed = true },
                Colors = ColorScales.OfCorrelations,
                Layers = [new CellsLayer { X1 = "x1", X2 = "x2", Y1 = "y1", Y2 = "y2", Color = "correlation", Text = "text", AcrossCount = count }],
                Width = Math.Clamp(220 + (44 * count), 480, 1240),
                Height = Math.Clamp(180 + (30 * count), 320, 900),
            },
            table);
    }
}
