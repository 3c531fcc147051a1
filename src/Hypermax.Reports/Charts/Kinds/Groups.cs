using Hypermax.Charts.Scales;

namespace Hypermax.Charts.Kinds;

/// <summary>Reduces the values of groups of trials.</summary>
internal static class Groups
{
    public static double Reduce(List<double> values, Reduction reduction) => reduction switch
    {
        Reduction.Mean => Mean(values),
        Reduction.Min => values.Min(),
        _ => Quantiles.OfUnsorted(values, 0.5),
    };

    /// <summary>Gets the mean without overflow.</summary>
    private static double Mean(List<double> values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Count;
        }

        return mean;
    }
}
