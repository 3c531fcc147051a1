namespace Hypermax.Execution.Usages;

/// <summary>Where this process tells others what its running trials of one study use.</summary>
/// <remarks>Called by one thread, which runs no trial; what cannot be told costs the figures and nothing else.</remarks>
internal interface IUsageBoard
{
    /// <summary>Tells what the trials use, in the place of what was told before, if it is time.</summary>
    /// <param name="trials">Those that have run for a second.</param>
    void Tell(IReadOnlyList<RunningUsage> trials);
}
