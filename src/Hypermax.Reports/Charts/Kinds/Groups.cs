using System.Numerics.Tensors;
using Hypermax.Charts.Scales;

namespace Hypermax.Charts.Kinds;

/// <summary>Reduces the values of groups of trials.</summary>
internal static class Groups
{
    public static double Reduce(ReadOnlySpan<double> values, Reduction reduction) => reduction switch
    {
        Reduction.Mean => Mean(values),
        Reduction.Min => TensorPrimitives.Min(values),
        _ => Quantiles.OfUnsorted(values.ToArray(), 0.5),
    };

    /// <summary>Gets the mean without overflow.</summary>
    private static double Mean(ReadOnlySpan<double> values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Length;
        }

        return mean;
    }
}
