using Hypermax.Execution.Limits;

namespace Hypermax.Execution.InProcess;

/// <summary>How trials run in this process.</summary>
public sealed record InProcessOptions
{
    /// <summary>Gets when a trial is asked to stop. By default never.</summary>
    /// <remarks>
    /// Nothing in one's own process can be killed. When a limit is reached the token is cancelled; a trial that has not
    /// ended <see cref="TrialLimits.Grace"/> later is left behind. Only <see cref="TrialLimits.WallTime"/>,
    /// <see cref="TrialLimits.SoftWallTime"/> and <see cref="TrialLimits.Silence"/> can be kept here; the others need a process of the trial's own.
    /// </remarks>
    public TrialLimits Limits { get; init; } = TrialLimits.None;

    /// <summary>Gets what is called, with a sentence for people, when a trial that ignores its token is left behind. By default nothing.</summary>
    /// <remarks>The outcome of the trial says it too. The thread of the trial goes on until its objective returns.</remarks>
    public Action<string>? LeftBehind { get; init; }
}
