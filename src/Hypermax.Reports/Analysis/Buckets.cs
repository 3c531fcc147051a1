using Hypermax.Charts.Scales;

namespace Hypermax.Analysis;

/// <summary>Cuts the values of a parameter into buckets: one for each choice or grid value when they are few,
/// equal ones on the parameter's scale else.</summary>
/// <remarks>
/// <para>Hypermax's rule with its faults mended: edges come from a formula, rise always, start at the smallest and end exactly
/// at the largest value, so that no row falls out. Bucket j covers (edge j, edge j+1]; the first also its lower edge.</para>
/// </remarks>
internal sealed class Buckets
{
    private readonly double[]? _levels;

    private Buckets(double[] edges, double[]? levels, IReadOnlyList<string>? labels, bool isLog)
    {
        Edges = edges;
        _levels = levels;
        Labels = labels;
        IsLog = isLog;
    }

    /// <summary>Gets the edges, one more than there are buckets; for choices and grid values −0.5, 0.5, 1.5, …</summary>
    public IReadOnlyList<double> Edges { get; }

    /// <summary>Gets the label of each bucket when each stands for one value, else null.</summary>
    public IReadOnlyList<string>? Labels { get; }

    /// <summary>Gets whether the edges are equally far apart on a log scale.</summary>
    public bool IsLog { get; }

    /// <summary>Gets the number of buckets.</summary>
    public int Count => Edges.Count - 1;

    /// <summary>Cuts the values of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="values">The values, none of them NaN; at least one.</param>
    /// <param name="most">How many buckets at most, but every choice of a categorical parameter has its own.</param>
    public static Buckets Of(Parameter parameter, IReadOnlyCollection<double> values, int most)
    {
        if (parameter is CategoricalParameter categorical)
        {
            return OfLevels([.. Enumerable.Range(0, categorical.Choices.Count).Select(i => (double)i)], Tables.ParameterColumns.Labels(categorical));
        }

        NumericParameter numeric = (NumericParameter)parameter;
        double low = values.Min();
        double high = values.Max();
        double[] levels = Levels(numeric, low, high, values, most);
        return levels.Length > 0
            ? OfLevels(levels, [.. levels.Select(level => NumberText.Digits(level, 6))])
            : new Buckets(EqualEdges(low, high, most, numeric.IsLog && low > 0), null, null, numeric.IsLog && low > 0);
    }

    /// <summary>Gets the bucket of a value; values beyond the ends belong to the outermost.</summary>
    /// <param name="value">The value, not NaN.</param>
    public int IndexOf(double value)
    {
        if (_levels is not null)
        {
            int nearest = Array.BinarySearch(_levels, value);
            nearest = nearest >= 0 ? nearest : ~nearest;
            return nearest == 0 ? 0
                : nearest == _levels.Length ? _levels.Length - 1
                : value - _levels[nearest - 1] < _levels[nearest] - value ? nearest - 1 : nearest;
        }

        int low = 0;
        int high = Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = value <= Edges[middle + 1] ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Gets the middle of a bucket: the value itself where it stands for one, the geometric mean of the edges on a log scale.</summary>
    /// <param name="bucket">The bucket, from 0.</param>
    public double Middle(int bucket) => _levels is not null ? _levels[bucket]
        : IsLog ? Math.Sqrt(Edges[bucket]) * Math.Sqrt(Edges[bucket + 1])
        : (Edges[bucket] / 2) + (Edges[bucket + 1] / 2);

    /// <summary>Makes the axis on which buckets stand side by side, ticks on edges or labels.</summary>
    /// <param name="title">The title.</param>
    public Charts.Axis ToAxis(string title) => Labels is not null
        ? Axes.OfCategories(title, Labels)
        : new Charts.Axis
        {
            Title = title,
            Scale = IsLog ? Charts.ScaleKind.Log : Charts.ScaleKind.Linear,
            Min = Edges[0],
            Max = Edges[^1],
            TickValues = Edges,
        };

    private static Buckets OfLevels(double[] levels, IReadOnlyList<string> labels) =>
        new([.. Enumerable.Range(0, levels.Length + 1).Select(i => i - 0.5)], levels, labels, isLog: false);

    private static double[] Levels(NumericParameter parameter, double low, double high, IReadOnlyCollection<double> values, int most)
    {
        if (low == high)
        {
            return [low];
        }

        if (parameter.Step is double step && ((high - low) / step) + 1 <= most + 0.5)
        {
            return [.. Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(i => parameter.Snap(low + (i * step)))];
        }

        double[] distinct = [.. values.Distinct().Take(most + 1)];
        Array.Sort(distinct);
        return parameter.Step is not null && distinct.Length <= most ? distinct : [];
    }

    private static double[] EqualEdges(double low, double high, int count, bool isLog)
    {
        double[] edges = new double[count + 1];
        for (int i = 0; i <= count; i++)
        {
            double share = (double)i / count;
            edges[i] = isLog ? low * Math.Pow(high / low, share) : (low * (1 - share)) + (high * share);
        }

        (edges[0], edges[^1]) = (low, high);
        return edges;
    }
}
