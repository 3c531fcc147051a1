namespace Hypermax.Analysis.Correlations;

/// <summary>Measures how strongly two columns go together, by ranks, so that neither units nor extreme values matter.</summary>
internal static class Associations
{
    /// <summary>Measures two columns over the rows that have both.</summary>
    /// <param name="a">The first column; NaN where a row has no value.</param>
    /// <param name="aHasOrder">Whether the order of the first column's numbers means something.</param>
    /// <param name="b">The second column.</param>
    /// <param name="bHasOrder">Whether the order of the second column's numbers means something.</param>
    /// <remarks>Spearman 1904 with mean ranks of ties; the square root of the between-group share of rank variance (Kruskal and
    /// Wallis 1952: H/(n − 1)); Cramér 1946 without correction.</remarks>
    public static Association Measure(ReadOnlySpan<double> a, bool aHasOrder, ReadOnlySpan<double> b, bool bHasOrder)
    {
        List<double> left = [];
        List<double> right = [];
        for (int i = 0; i < a.Length; i++)
        {
            if (!double.IsNaN(a[i]) && !double.IsNaN(b[i]))
            {
                left.Add(a[i]);
                right.Add(b[i]);
            }
        }

        AssociationKind kind = aHasOrder && bHasOrder ? AssociationKind.Spearman : aHasOrder || bHasOrder ? AssociationKind.RankEta : AssociationKind.CramersV;
        if (left.Count < 3)
        {
            return new Association(kind, double.NaN, left.Count);
        }

        double value = kind switch
        {
            AssociationKind.Spearman => Pearson(Ranks.Of([.. left]), Ranks.Of([.. right])),
            AssociationKind.RankEta => aHasOrder ? RankEta(right, Ranks.Of([.. left])) : RankEta(left, Ranks.Of([.. right])),
            _ => CramersV(left, right),
        };
        return new Association(kind, value, left.Count);
    }

    /// <summary>Gets Pearson's correlation; NaN where a column has one value only.</summary>
    /// <param name="a">The first column.</param>
    /// <param name="b">The second column, equally long.</param>
    public static double Pearson(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double meanA = Mean(a);
        double meanB = Mean(b);
        double aa = 0, bb = 0, ab = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double da = a[i] - meanA;
            double db = b[i] - meanB;
            aa += da * da;
            bb += db * db;
            ab += da * db;
        }

        return aa > 0 && bb > 0 ? Math.Clamp(ab / Math.Sqrt(aa) / Math.Sqrt(bb), -1, 1) : double.NaN;
    }

    /// <summary>Tells whether the order of a parameter's vector values means something: numbers, ordered choices, and two choices.</summary>
    /// <param name="parameter">The parameter.</param>
    public static bool HasOrder(Parameter parameter) =>
        parameter is not CategoricalParameter categorical || categorical.IsOrdered || categorical.Choices.Count <= 2;

    private static double RankEta(List<double> groups, double[] ranks)
    {
        double mean = (ranks.Length + 1) / 2.0;
        double total = ranks.Sum(rank => (rank - mean) * (rank - mean));
        Dictionary<double, (double Sum, int Count)> sums = [];
        for (int i = 0; i < ranks.Length; i++)
        {
            (double sum, int count) = sums.GetValueOrDefault(groups[i]);
            sums[groups[i]] = (sum + ranks[i], count + 1);
        }

        double between = sums.Values.Sum(group => group.Count * Math.Pow((group.Sum / group.Count) - mean, 2));
        return total > 0 && sums.Count > 1 ? Math.Sqrt(Math.Min(1, between / total)) : double.NaN;
    }

    private static double CramersV(List<double> a, List<double> b)
    {
        Dictionary<double, int> rows = Count(a);
        Dictionary<double, int> columns = Count(b);
        Dictionary<(double, double), int> cells = [];
        for (int i = 0; i < a.Count; i++)
        {
            cells[(a[i], b[i])] = cells.GetValueOrDefault((a[i], b[i])) + 1;
        }

        // Chi squared over n as a sum over filled cells only: the sum of o²/(r·c) less 1.
        double phi = cells.Sum(cell => (double)cell.Value * cell.Value / ((double)rows[cell.Key.Item1] * columns[cell.Key.Item2])) - 1;
        int least = Math.Min(rows.Count, columns.Count) - 1;
        return least > 0 ? Math.Sqrt(Math.Clamp(phi / least, 0, 1)) : double.NaN;
    }

    private static Dictionary<double, int> Count(List<double> values)
    {
        Dictionary<double, int> counts = [];
        foreach (double value in values)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        return counts;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value / values.Length;
        }

        return sum;
    }
}
