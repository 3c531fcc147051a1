using Hypermax.Fronts;
using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess.Several;

/// <summary>How bad a loss may be for a point to count: worse than the worst of the front by a part of its range.</summary>
/// <remarks>
/// Nobody has said how much the ends of the front are worth. A reference point near the front (a tenth of its range beyond) has the middle filled in, one
/// far away (the whole range) has the ends pushed outwards. Either alone is much the worse on some problems, so each proposal draws one of them.
/// </remarks>
internal static class ReferencePoint
{
    private const double NearMargin = 0.1;
    private const double FarMargin = 1;

    /// <summary>Gets the worst losses of the front and a part of their range more; of the range of all points where that of the front is 0.</summary>
    /// <param name="table">The points.</param>
    /// <param name="stream">Where the draw comes from.</param>
    public static double[] Of(LossTable table, SeedStream stream)
    {
        double margin = stream.NextDouble() < 0.5 ? NearMargin : FarMargin;
        (double[] low, double[] high) = Knee.RangesOf(table);
        (double[] ideal, double[] nadir) = Knee.RangesOf(table.Select(NonDominatedSort.FirstFront(table)));
        double[] reference = new double[table.Objectives];
        for (int i = 0; i < reference.Length; i++)
        {
            double range = nadir[i] > ideal[i] ? nadir[i] - ideal[i] : high[i] - low[i];
            reference[i] = nadir[i] + (margin * (range > 0 ? range : 1));
        }

        return reference;
    }
}
