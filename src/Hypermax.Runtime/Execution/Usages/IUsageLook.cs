namespace Hypermax.Execution.Usages;

/// <summary>What the running trials of a study use, whoever runs them, as it was told last.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal interface IUsageLook
{
    /// <summary>Gets what each trial uses, by its number; those of which nothing is known are left out, and one that is there may have ended.</summary>
    IReadOnlyDictionary<int, RunningUsage> Read();
}
