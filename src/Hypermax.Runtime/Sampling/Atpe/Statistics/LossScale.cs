using Hypermax.Numerics;

namespace Hypermax.Sampling.Atpe.Statistics;

/// <summary>Puts losses of any size and sign on the scale that the published models were trained on: positive, with a meaningful zero.</summary>
/// <remarks>
/// <para>The reference are the first valid trials, so it never changes once the search has begun: their median becomes 1
/// and the distance of their quartiles 0.4. Below 0.25 the line bends into an exponential, so that no later loss reaches
/// zero. Monotone, and the same for a·y + b with a &gt; 0.</para>
/// <para>Hypermax took ratios of the losses as they came: adding a constant changed its behaviour, and losses below zero
/// turned it round.</para>
/// </remarks>
internal sealed class LossScale
{
    private const double QuartileDistance = 0.4;
    private const double Bend = 0.25;
    private const double Largest = 1e6;

    private readonly double _median;
    private readonly double _distance;

    private LossScale(double median, double distance) => (_median, _distance) = (median, distance);

    /// <summary>Makes the scale of a history.</summary>
    /// <param name="trials">The history.</param>
    /// <param name="reference">How many of the first valid trials make the reference; more are taken while all of them are equal.</param>
    public static LossScale Of(RankedTrials trials, int reference)
    {
        List<double> losses = [];
        bool areEqual = true;
        for (int row = 0; row < trials.History.Count && (losses.Count < reference || areEqual); row++)
        {
            if (trials.IsValid(row))
            {
                // A quarter, so that no difference of two finite losses overflows.
                losses.Add(trials.History.Losses[row] / 4);
                areEqual &= losses[^1] == losses[0];
            }
        }

        if (losses.Count == 0)
        {
            return new LossScale(0, 0);
        }

        double[] sorted = [.. losses.Order()];
        double distance = SampleShape.Percentile(sorted, 75) - SampleShape.Percentile(sorted, 25);
        return new LossScale(SampleShape.Percentile(sorted, 50), distance > 0 ? distance : sorted[^1] - sorted[0]);
    }

    /// <summary>Gets the place of a loss on the scale; above 0.</summary>
    public double this[double loss]
    {
        get
        {
            double place = _distance > 0 ? 1 + (QuartileDistance * (((loss / 4) - _median) / _distance)) : 1;
            return place >= Bend ? Math.Min(place, Largest) : Math.Max(Bend * Math.Exp((place - Bend) / Bend), 1 / Largest);
        }
    }
}
