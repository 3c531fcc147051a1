namespace Hypermax.Ci;

/// <summary>A trial that failed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Failure">Why.</param>
/// <param name="Message">What went wrong, for people.</param>
/// <param name="Parameters">Its point as <c>name=value</c> pairs.</param>
public sealed record CiTrial(int Number, FailureKind Failure, string Message, string Parameters)
{
    /// <summary>Gets whether a limit or a watchdog ended the trial.</summary>
    public bool IsKilled => IsKill(Failure);

    internal static bool IsKill(FailureKind failure) => failure is FailureKind.WallTime or FailureKind.CpuTime or FailureKind.Memory or FailureKind.SystemMemory
        or FailureKind.GpuMemory or FailureKind.OutputVolume or FailureKind.Silence;
}
