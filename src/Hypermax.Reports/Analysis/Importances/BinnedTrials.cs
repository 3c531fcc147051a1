using Hypermax.Numerics;
using Hypermax.Reports;
using Hypermax.Spaces;

namespace Hypermax.Analysis.Importances;

/// <summary>The complete trials as bins of the unit form: what a forest is grown on.</summary>
/// <remarks>
/// <para>Continuous parameters have up to 64 bins of equally many trials, others one for each value (up to 64). The width of a bin
/// is its length in unit form, so that widths are probabilities under the declared law.</para>
/// <para>Where a parameter is inactive its bin is drawn by width: the loss cannot depend on it there, and a random value says just that.</para>
/// </remarks>
internal sealed class BinnedTrials
{
    private const int MostBins = 64;

    private readonly SpaceGeometry _geometry;
    private readonly double[][] _edges;
    private readonly double[]?[] _orders;

    public BinnedTrials(StudyData data)
    {
        _geometry = data.Geometry;
        _edges = new double[data.Space.Count][];
        _orders = new double[]?[data.Space.Count];
        Losses = Tamed(data.Losses);
        Bins = new byte[data.Space.Count][];
        Widths = new double[data.Space.Count][];
        for (int parameter = 0; parameter < Bins.Length; parameter++)
        {
            Dimension dimension = data.Geometry.Dimensions[parameter];
            double[] values = [.. data.Complete.Select(trial => trial.Point[parameter])];
            double[] edges = dimension.LevelCount is > 0 and <= MostBins
                ? LevelEdges(dimension, values, Losses, out double[]? order)
                : QuantileEdges(dimension, values, out order);
            (_edges[parameter], _orders[parameter]) = (edges, order);
            Widths[parameter] = [.. Enumerable.Range(0, edges.Length - 1).Select(i => Math.Max(edges[i + 1] - edges[i], 1e-12))];
            Bins[parameter] = Assign(data.Header.Seed, parameter, values);
        }
    }

    /// <summary>Gets the bin of each trial, for each parameter.</summary>
    public byte[][] Bins { get; }

    /// <summary>Gets the widths of the bins, for each parameter; they sum to 1.</summary>
    public double[][] Widths { get; }

    /// <summary>Gets the losses, extreme ones pulled in.</summary>
    public double[] Losses { get; }

    /// <summary>Pulls losses beyond the upper quartile by more than three times the interquartile range back to that fence (Tukey 1977).</summary>
    /// <remarks>One diverged trial of 1e9 would otherwise be all the variance there is.</remarks>
    private static double[] Tamed(IReadOnlyList<double> losses)
    {
        double[] sorted = [.. losses];
        Array.Sort(sorted);
        double upper = Charts.Scales.Quantiles.Of(sorted, 0.75);
        double range = upper - Charts.Scales.Quantiles.Of(sorted, 0.25);
        double fence = range > 0 && double.IsFinite(range) ? upper + (3 * range) : double.PositiveInfinity;
        return [.. losses.Select(loss => Math.Min(loss, fence))];
    }

    private static double[] LevelEdges(Dimension dimension, double[] values, double[] losses, out double[]? order)
    {
        int[] levels = [.. Enumerable.Range(0, dimension.LevelCount)];
        if (dimension.IsCategorical)
        {
            // Choices stand by their mean loss: the best split of choices then is a split of the order (Breiman et al. 1984).
            double[] means = [.. levels.Select(level => MeanWhere(values, losses, level))];
            Array.Sort(means, levels);
        }

        double[] edges = new double[levels.Length + 1];
        order = new double[levels.Length];
        for (int i = 0; i < levels.Length; i++)
        {
            (double low, double high) = dimension.Cell(dimension.LevelValue(levels[i]));
            edges[i + 1] = edges[i] + (high - low);
            order[levels[i]] = i;
        }

        return edges;
    }

    private static double MeanWhere(double[] values, double[] losses, double value)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] == value)
            {
                sum += losses[i];
                count++;
            }
        }

        return count == 0 ? double.MaxValue : sum / count;
    }

    private static double[] QuantileEdges(Dimension dimension, double[] values, out double[]? order)
    {
        order = null;
        double[] units = [.. values.Where(value => !double.IsNaN(value)).Select(dimension.ToUnit).Order()];
        SortedSet<double> edges = [0, 1];
        for (int i = 1; i < MostBins && units.Length > 1; i++)
        {
            int at = (int)((long)i * units.Length / MostBins);
            if (at > 0 && units[at] > units[at - 1])
            {
                edges.Add((units[at - 1] + units[at]) / 2);
            }
        }

        return [.. edges];
    }

    /// <summary>Gets the bin of a value.</summary>
    /// <param name="parameter">The index of its parameter.</param>
    /// <param name="value">The value in vector form, not NaN.</param>
    public byte BinOf(int parameter, double value) => _orders[parameter] is { } order
        ? (byte)order[_geometry.Dimensions[parameter].LevelOf(value)]
        : BinAt(parameter, _geometry.Dimensions[parameter].ToUnit(value));

    /// <summary>Gets the bin of a place of the unit interval, of a parameter without such a value too.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    /// <param name="unit">From 0 to 1.</param>
    public byte BinAt(int parameter, double unit)
    {
        double[] edges = _edges[parameter];
        int at = Array.BinarySearch(edges, unit);
        return (byte)Math.Clamp(at >= 0 ? at : ~at - 1, 0, edges.Length - 2);
    }

    private byte[] Assign(long seed, int parameter, double[] values)
    {
        SeedStream stream = new(seed, parameter, "fanova/inactive");
        return [.. values.Select(value => double.IsNaN(value) ? BinAt(parameter, stream.NextDouble()) : BinOf(parameter, value))];
    }
}
