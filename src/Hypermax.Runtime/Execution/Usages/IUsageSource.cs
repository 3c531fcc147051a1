namespace Hypermax.Execution.Usages;

/// <summary>A running trial that can be asked what it uses, from any thread.</summary>
internal interface IUsageSource
{
    /// <summary>Gets the trial.</summary>
    TrialJob Job { get; }

    /// <summary>Gets how long it has run; asked often.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Gets what it uses.</summary>
    RunningUsage Measure();
}
