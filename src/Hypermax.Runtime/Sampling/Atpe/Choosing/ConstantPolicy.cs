using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Filtering;
using Hypermax.Sampling.Atpe.Locking;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Sampling.Atpe.Choosing;

/// <summary>One rule instead of models: the settings of <c>tpe</c>, with parameters locked late where a loss without noise depends on many.</summary>
/// <remarks>
/// Locking sharpens a search that many parameters blur. It holds on to luck where losses are noisy, and while little is known
/// to the valley of an early best, which costs most on models that are really trained (decision 0275).
/// </remarks>
internal sealed class ConstantPolicy(RankedTrials trials) : AtpePolicy(trials)
{
    private const int FewestParameters = 5;
    private const int FewestTrials = 30;
    private const double LargestNoise = 0.3;

    private static readonly TrialFilter NoFilter = new(TrialFilterMode.None, 1);
    private static readonly LockRule Locking = new() { Cutoff = 0.9, Probability = 0.5, TopPercent = 0, IsCoherent = true };

    private readonly NoiseShare _noise = new(trials);
    private readonly double _parameters = TypicalCount.Of(trials.Geometry, "atpe/typical", static dimension => dimension.LevelCount != 1);

    /// <inheritdoc/>
    public override int StartupTrials { get; } = TpeOptions.Default.StartupIn(trials.Geometry);

    /// <inheritdoc/>
    public override TpeOptions Startup => TpeOptions.Default;

    /// <inheritdoc/>
    public override AtpeSettings Choose(FixedValues given, SeedStream stream)
    {
        if (_parameters < FewestParameters)
        {
            return Plain(FormattableString.Invariant($"nothing to lock: {_parameters:0.#} parameters at once are fewer than {FewestParameters}"));
        }

        if (Trials.ValidCount < FewestTrials)
        {
            return Plain(FormattableString.Invariant($"nothing to lock: {Trials.ValidCount} trials with a loss of their own are fewer than {FewestTrials}"));
        }

        double noise = _noise.Estimate();
        return noise > LargestNoise
            ? Plain(FormattableString.Invariant($"nothing to lock: {100 * noise:0} % of the spread looks like noise"))
            : new AtpeSettings(
                TpeOptions.Default,
                NoFilter,
                Locking,
                FormattableString.Invariant(
                    $"weak parameters may be locked to the best trial: {_parameters:0.#} parameters at once and {100 * noise:0} % of noise"));
    }

    private static AtpeSettings Plain(string words) => new(TpeOptions.Default, NoFilter, LockRule.Nothing, words);
}
