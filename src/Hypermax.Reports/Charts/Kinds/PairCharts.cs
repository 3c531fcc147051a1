using System.Globalization;
using Hypermax.Analysis;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>Lists the charts of two parameters: symmetric ones once, response matrices in both directions.</summary>
internal static class PairCharts
{
    public static IEnumerable<ChartPlan> List(StudyData data, int across, int up, ChartNames names, ChartOptions options)
    {
        int[] rows = TopTrials.RowsWith(data, across, up);
        int complete = rows.Length;
        if (!Varies(data.ParameterColumn(across), rows) || !Varies(data.ParameterColumn(up), rows))
        {
            // Such as a parameter of a branch and the choice of that branch: whoever has the one has but one value of the other.
            yield break;
        }

        string folder = $"pairs/{names[across]}/{names[up]}/";
        Measure loss = Measure.Loss(data);
        if (complete >= 4 && ContourChart.IsPossible(data, across, up))
        {
            yield return Plan("contour", ChartKinds.Contour, name => ContourChart.Create(data, across, up, name));
        }

        yield return Plan("rank", ChartKinds.Rank, name => ScatterChart.CreateByRank(data, across, up, name));
        foreach (double share in (double[])[1, options.TopShare])
        {
            string top = share < 1 ? "_top_10_percent" : string.Empty;

            // Six matrices show the same cells.
            Lazy<PairCells> cells = new(() => new PairCells(data, across, up, loss, share));
            Lazy<PairCells> transposed = new(() => cells.Value.Transposed());
            yield return Plan($"scatter{top}", ChartKinds.Scatter, name => ScatterChart.CreateBySize(data, across, up, share, name));
            foreach (Reduction reduction in (Reduction[])[Reduction.Min, Reduction.Mean])
            {
                string word = reduction.ToString().ToLower(CultureInfo.InvariantCulture);
                yield return Plan($"loss_matrix{top}_{word}", ChartKinds.Matrix, name => MatrixChart.CreateGlobal(cells.Value, reduction, name));
                yield return Plan($"response_matrix{top}_{word}", ChartKinds.Response, name => MatrixChart.CreateResponse(cells.Value, reduction, name));
                string other = $"pairs/{names[up]}/{names[across]}/response_matrix{top}_{word}";
                yield return new ChartPlan(other, ChartKinds.Response, [up, across], () => MatrixChart.CreateResponse(transposed.Value, reduction, other));
            }
        }

        if (data.HasTimes)
        {
            yield return Plan(
                "time_matrix",
                ChartKinds.Matrix,
                name => MatrixChart.CreateGlobal(new PairCells(data, across, up, Measure.Time(data), 1), Reduction.Mean, name));
        }

        ChartPlan Plan(string name, string kind, Func<string, Chart> make) => new(folder + name, kind, [across, up], () => make(folder + name));
    }

    private static bool Varies(Column values, int[] rows) => Array.Exists(rows, row => values[row] != values[rows[0]]);
}
