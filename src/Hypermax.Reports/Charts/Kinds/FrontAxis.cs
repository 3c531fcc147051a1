using Hypermax.Charts.Scales;

namespace Hypermax.Charts.Kinds;

/// <summary>Makes the axes of charts of a front, which lies at the edge of the trials: objectives of very different size get a log scale.</summary>
internal static class FrontAxis
{
    private const double LogFrom = 20;

    private const double Room = 1.1;

    /// <summary>Makes an axis.</summary>
    /// <param name="title">The title.</param>
    /// <param name="values">The values; NaN is passed over.</param>
    public static Axis Of(string title, IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        (double low, double high) = finite.Length == 0 ? (0, 0) : (finite.Min(), finite.Max());
        return low > 0 && high / low >= LogFrom
            ? new Axis { Title = title, Scale = ScaleKind.Log, Min = low / Room, Max = high * Room }
            : Axes.OfNumbers(title, finite);
    }
}
