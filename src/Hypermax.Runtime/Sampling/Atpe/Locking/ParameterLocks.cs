using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Statistics;

namespace Hypermax.Sampling.Atpe.Locking;

/// <summary>Chooses the parameters to lock for one proposal, and their values.</summary>
/// <remarks>Scratch space is kept; not safe to share between threads.</remarks>
internal sealed class ParameterLocks(RankedTrials trials)
{
    private const int FewestLosses = 5;

    private readonly RankCorrelation _correlation = new(trials);
    private readonly ResultGroup _all = new();

    /// <summary>Draws the locks of one proposal.</summary>
    /// <param name="rule">What may be locked, and how likely.</param>
    /// <param name="given">The values that people fixed: those parameters are neither weighed nor locked.</param>
    /// <param name="stream">Where the draws come from.</param>
    /// <returns>The locked parameters with their values, in the order of the space.</returns>
    public IReadOnlyList<(int Parameter, double Value)> Draw(LockRule rule, FixedValues given, SeedStream stream)
    {
        if (rule.Cutoff == 0 || !trials.HasDistinctLosses(FewestLosses))
        {
            return [];
        }

        int[] free =
        [
            .. Enumerable.Range(0, trials.Geometry.Count).Where(parameter => given[parameter] is null && trials.Geometry.Dimensions[parameter].LevelCount != 1),
        ];
        double[] weights = Weights(free, rule.Exponent);
        bool[] isSecondary = SecondaryParameters.Of(weights, rule.Cutoff);
        int common = rule.IsCoherent ? Donor(rule, stream) : -1;
        List<(int Parameter, double Value)> locks = [];
        for (int i = 0; i < free.Length; i++)
        {
            double probability = rule.Probability ?? Math.Clamp(weights[i] * rule.Multiplier, 0, 1);
            if (isSecondary[i] && stream.NextDouble() < probability && Value(rule, free[i], common, stream) is double value)
            {
                locks.Add((free[i], value));
            }
        }

        return locks;
    }

    private double[] Weights(int[] parameters, double exponent)
    {
        _all.Take(trials, 0);
        return Array.ConvertAll(parameters, parameter => Math.Pow(_correlation.Of(parameter, _all.ByLoss, _all.IsIn), exponent));
    }

    // A donor without the parameter gives no lock: what it left out does not exist beside its other values.
    private double? Value(LockRule rule, int parameter, int common, SeedStream stream)
    {
        if (rule.TopPercent is null)
        {
            return trials.Geometry.Dimensions[parameter].FromUnit(stream.NextDouble());
        }

        double value = trials.History.Column(parameter)[rule.IsCoherent ? common : Donor(rule, stream)];
        return double.IsNaN(value) ? null : value;
    }

    private int Donor(LockRule rule, SeedStream stream)
    {
        double count = Math.Ceiling(trials.ValidCount * (rule.TopPercent ?? 0) / 100);
        return trials.ByLoss[stream.NextInt((int)Math.Clamp(count, 1, trials.ValidCount))];
    }
}
