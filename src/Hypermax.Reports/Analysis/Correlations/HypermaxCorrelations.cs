using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;
using MathNet.Numerics.LinearAlgebra;

namespace Hypermax.Analysis.Correlations;

/// <summary>The table <c>correlations.csv</c> in the shape and scale that Hypermax gives it, for those who know it.</summary>
/// <remarks>
/// <para>Columns: a number as <c>root.&lt;path&gt;.number</c> (−1 where inactive), a text choice as one 0/1 column for each value
/// seen, <c>root.&lt;path&gt;.class.&lt;value&gt;</c>. Off the diagonal Pearson's correlation between parameters, scaled so that largest
/// and smallest lie 20 apart; on the diagonal the coefficients of least squares of the loss on the columns, scaled the same way.
/// The off-diagonal numbers say nothing about the loss and the diagonal depends on units: read <see cref="CorrelationTable"/>
/// to learn what matters.</para>
/// <para>Mended: columns stand in the order of the space; collinear columns share their coefficient (the shortest of all
/// least-squares solutions) instead of an arbitrary one; a table without rows is empty instead of an error.</para>
/// </remarks>
internal static class HypermaxCorrelations
{
    /// <summary>Makes the table.</summary>
    /// <param name="data">The study.</param>
    public static Table Create(StudyData data)
    {
        List<(string Name, double[] Values)> columns = [.. Enumerable.Range(0, data.Space.Count).SelectMany(i => Encode(data, i))];
        int count = columns.Count;
        double[,] scaled = new double[count, count];
        if (data.Complete.Count > 2 && count > 0)
        {
            ScaleOffDiagonal(columns, scaled);
            ScaleDiagonal(columns, data.Losses, scaled);
        }

        HashSet<string> taken = new(StringComparer.Ordinal) { "field" };
        string[] names = [.. columns.Select(column => UniqueNames.For(column.Name, taken))];
        return new Table([
            Column.OfTexts("field", names),
            .. names.Select((name, j) => new Column(name, Enumerable.Range(0, count).Select(i => Round4(scaled[i, j])))),
        ]);
    }

    private static IEnumerable<(string Name, double[] Values)> Encode(StudyData data, int parameter)
    {
        Column column = data.ParameterColumn(parameter);
        string path = "root." + column.Name;
        if (column.Labels is null || ((CategoricalParameter)data.Space.Parameters[parameter]).Choices.All(choice => choice is long or double))
        {
            double[] values = [.. Enumerable.Range(0, column.Count).Select(row => double.IsNaN(column[row]) ? -1 : Number(data, parameter, column[row]))];
            yield return (path + ".number", values);
            yield break;
        }

        for (int label = 0; label < column.Labels.Count; label++)
        {
            double[] values = [.. Enumerable.Range(0, column.Count).Select(row => column[row] == label ? 1.0 : 0.0)];
            if (values.Any(value => value != 0))
            {
                yield return ($"{path}.class.{column.Labels[label]}", values);
            }
        }
    }

    private static double Number(StudyData data, int parameter, double value) => data.Space.Parameters[parameter] is CategoricalParameter categorical
        ? Convert.ToDouble(categorical.Choices[(int)value], System.Globalization.CultureInfo.InvariantCulture)
        : value;

    private static void ScaleOffDiagonal(List<(string Name, double[] Values)> columns, double[,] scaled)
    {
        double low = 0, high = 0;
        for (int i = 0; i < columns.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double r = Associations.Pearson(columns[i].Values, columns[j].Values);
                r = double.IsNaN(r) ? 0 : r;
                (scaled[i, j], scaled[j, i]) = (r, r);
                (low, high) = (Math.Min(low, r), Math.Max(high, r));
            }
        }

        for (int i = 0; i < columns.Count; i++)
        {
            for (int j = 0; j < columns.Count; j++)
            {
                scaled[i, j] = i != j && high > low ? 20 * scaled[i, j] / (high - low) : 0;
            }
        }
    }

    private static void ScaleDiagonal(List<(string Name, double[] Values)> columns, IReadOnlyList<double> losses, double[,] scaled)
    {
        // Standardised columns keep the normal equations well conditioned; the coefficients go back to raw units after.
        double[] means = [.. columns.Select(column => column.Values.Average())];
        double[] deviations = [.. columns.Select((column, i) => Math.Sqrt(column.Values.Average(value => Math.Pow(value - means[i], 2))))];
        int[] used = [.. Enumerable.Range(0, columns.Count).Where(i => deviations[i] > 0)];
        double meanLoss = losses.Average();
        if (used.Length == 0)
        {
            return;
        }

        Matrix<double> x = Matrix<double>.Build.Dense(
            losses.Count, used.Length, (row, j) => (columns[used[j]].Values[row] - means[used[j]]) / deviations[used[j]]);
        Vector<double> y = Vector<double>.Build.Dense(losses.Count, row => losses[row] - meanLoss);
        Vector<double> beta = (x.TransposeThisAndMultiply(x)).PseudoInverse() * x.TransposeThisAndMultiply(y);
        double[] raw = new double[columns.Count];
        for (int j = 0; j < used.Length; j++)
        {
            raw[used[j]] = beta[j] / deviations[used[j]];
        }

        double range = raw.Max() - raw.Min();
        for (int i = 0; i < columns.Count; i++)
        {
            scaled[i, i] = range > 0 ? 20 * raw[i] / range : 0;
        }
    }

    private static double Round4(double value) =>
        double.Parse(NumberText.Digits(value, 4).Replace("–", "NaN", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
