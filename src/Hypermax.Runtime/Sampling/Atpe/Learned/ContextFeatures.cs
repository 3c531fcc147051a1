using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Choosing;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Atpe.Learned;

/// <summary>What a learned policy knows of a history: its size, the shape of its losses, its progress, what the losses depend on, and noise.</summary>
/// <remarks>
/// Unchanged by a·y + b of the losses with a &gt; 0. Cost: linear in the trials and the parameters, as ranks are kept up. Not safe to share
/// between threads.
/// </remarks>
internal sealed class ContextFeatures(RankedTrials trials)
{
    private readonly NoiseShare _noise = new(trials);
    private readonly RankCorrelation _correlation = new(trials);
    private readonly ResultGroup _all = new();
    private readonly double _parameters = TypicalCount.Of(trials.Geometry, "atpe/typical", static dimension => dimension.LevelCount != 1);

    /// <summary>Gets the names, in the order in which they are written.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "log_trials", "log_trials_per_parameter", "parameters", "share_of_choices", "share_of_whole_numbers", "share_conditional", "log_cardinality",
        "spread_below_median", "spread_of_best_quarter", "skewness", "share_of_ties", "share_without_loss",
        "since_improvement", "improvements", "gain_of_last_third",
        "largest_dependence", "second_dependence", "mean_dependence", "effective_parameters", "noise",
    ];

    /// <summary>Computes all of them.</summary>
    /// <param name="values">Where they are written; NaN for what is not defined.</param>
    public void Write(Span<double> values)
    {
        Sizes(values);
        Losses(values[7..]);
        Progress(values[12..]);
        Dependence(values[15..]);
        values[19] = _noise.Estimate();
    }

    private void Sizes(Span<double> values)
    {
        Dimension[] dimensions = trials.Geometry.Dimensions;
        double count = Math.Max(1, dimensions.Length);
        values[0] = Math.Log(Math.Max(1, trials.ValidCount));
        values[1] = Math.Log(Math.Max(1, trials.ValidCount) / Math.Max(1, _parameters));
        values[2] = _parameters;
        values[3] = dimensions.Count(dimension => dimension.IsCategorical) / count;
        values[4] = dimensions.Count(dimension => !dimension.IsCategorical && !dimension.IsContinuous) / count;
        values[5] = dimensions.Count(dimension => dimension.Parameter.Conditions.Count > 0) / count;
        values[6] = Math.Min(40, SpaceCardinality.Log10(trials.Geometry));
    }

    private void Losses(Span<double> values)
    {
        ReadOnlySpan<int> order = trials.ByLoss;
        double low = At(order, 0);
        double quarter = At(order, 0.25);
        double half = At(order, 0.5);
        double high = At(order, 0.75);
        values[0] = Ratio(half - low, high - quarter);
        values[1] = Ratio(quarter - At(order, 0.05), half - At(order, 0.05));
        values[2] = Ratio(high + quarter - (2 * half), high - quarter);
        int ties = 0;
        for (int i = 1; i < order.Length; i++)
        {
            ties += Loss(order[i]) == Loss(order[i - 1]) ? 1 : 0;
        }

        values[3] = Ratio(ties, order.Length);
        values[4] = 1 - Ratio(order.Length, trials.History.Count);
    }

    private void Progress(Span<double> values)
    {
        double best = double.PositiveInfinity;
        double bestOfFirst = double.PositiveInfinity;
        int improvements = 0;
        int last = 0;
        int seen = 0;
        for (int row = 0; row < trials.History.Count; row++)
        {
            if (!trials.IsValid(row))
            {
                continue;
            }

            seen++;
            if (Loss(row) < best)
            {
                (best, last) = (Loss(row), seen);
                improvements++;
            }

            bestOfFirst = 3 * seen <= 2 * trials.ValidCount ? best : bestOfFirst;
        }

        values[0] = Ratio(seen - last, seen);
        values[1] = Ratio(improvements, Math.Log(1 + seen));
        values[2] = Ratio(bestOfFirst - best, At(trials.ByLoss, 0.5) - best);
    }

    // Each dependence is taken above what losses that depend on nothing would show.
    private void Dependence(Span<double> values)
    {
        _all.Take(trials, 0);
        double chance = Math.Sqrt(2 / (Math.PI * Math.Max(1, trials.ValidCount - 1)));
        double[] all = [.. Enumerable.Range(0, trials.Geometry.Count).Where(i => trials.Geometry.Dimensions[i].LevelCount != 1)
            .Select(i => Math.Max(0, _correlation.Of(i, _all.ByLoss, _all.IsIn) - chance)).OrderDescending()];
        double sum = all.Sum();
        values[0] = all.ElementAtOrDefault(0);
        values[1] = all.ElementAtOrDefault(1);
        values[2] = Ratio(sum, all.Length);
        values[3] = Ratio(sum * sum, all.Sum(v => v * v));
    }

    private double Loss(int row) => trials.History.Losses[row];

    private double At(ReadOnlySpan<int> order, double part) => order.Length == 0 ? double.NaN : Loss(order[(int)(part * (order.Length - 1))]);

    private static double Ratio(double above, double below) => double.IsFinite(above / below) ? Math.Clamp(above / below, -100, 100) : double.NaN;
}
