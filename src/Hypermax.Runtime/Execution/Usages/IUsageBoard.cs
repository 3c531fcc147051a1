namespace Hypermax.Execution.Usages;

/// <summary>Where this process tells others what its running trials of one study use.</summary>
/// <remarks>Used by one thread at a time, which is nobody's who runs a trial; what cannot be told costs the figures, never a trial.</remarks>
internal interface IUsageBoard
{
    /// <summary>Tells what the trials use, in the place of what was told before, if it is time.</summary>
    /// <param name="trials">Those that have run for a second.</param>
    void Tell(IReadOnlyList<RunningUsage> trials);

    /// <summary>Takes back what was told, for none of them runs any more.</summary>
    void Clear();
}
