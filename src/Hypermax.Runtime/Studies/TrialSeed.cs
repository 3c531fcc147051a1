using Hypermax.Numerics;

namespace Hypermax.Studies;

/// <summary>The seed that a trial's own random draws come from.</summary>
internal static class TrialSeed
{
    /// <summary>Gets the seed of a trial: the same for the same study seed and trial number, so that a trial can be repeated alone.</summary>
    /// <param name="studySeed">The seed of the study.</param>
    /// <param name="trial">The number of the trial.</param>
    /// <returns>0 or above.</returns>
    public static int Of(long studySeed, int trial) => unchecked((int)new SeedStream(studySeed, trial, "trial").NextBits()) & int.MaxValue;
}
