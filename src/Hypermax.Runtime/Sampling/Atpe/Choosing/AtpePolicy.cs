using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Sampling.Atpe.Choosing;

/// <summary>Chooses the settings of each proposal from what the history is like.</summary>
/// <remarks>Made for one history; may keep what it derived from its rows. Not safe to share between threads.</remarks>
internal abstract class AtpePolicy(RankedTrials trials)
{
    protected RankedTrials Trials { get; } = trials;

    /// <summary>Gets how many valid trials there must be before anything is chosen.</summary>
    public abstract int StartupTrials { get; }

    /// <summary>Gets the settings of the estimator until then.</summary>
    public abstract TpeOptions Startup { get; }

    /// <summary>Chooses.</summary>
    /// <param name="given">The values that people fixed.</param>
    /// <param name="stream">Where draws come from.</param>
    public abstract AtpeSettings Choose(FixedValues given, SeedStream stream);
}
