using System.Globalization;

namespace Hypermax.Execution.Limits;

/// <summary>Why a trial is being stopped.</summary>
/// <param name="Kind">What is recorded.</param>
/// <param name="Message">In words, with the limit and the figure that reached it.</param>
/// <param name="AtOnce">Whether to kill without a warning, because every moment counts.</param>
internal sealed record LimitBreach(FailureKind Kind, string Message, bool AtOnce = false)
{
    public static LimitBreach Cancelled { get; } = new(FailureKind.Cancelled, "The search was stopped while the trial ran.");

    public static LimitBreach WallTime(TimeSpan limit) =>
        new(FailureKind.WallTime, string.Create(CultureInfo.InvariantCulture, $"The trial took longer than its limit of {limit.TotalSeconds} s."));

    public static LimitBreach CpuTime(TimeSpan limit) =>
        new(FailureKind.CpuTime, string.Create(CultureInfo.InvariantCulture, $"The trial used more processor time than its limit of {limit.TotalSeconds} s."));

    public static LimitBreach Silence(TimeSpan limit) =>
        new(FailureKind.Silence, string.Create(CultureInfo.InvariantCulture, $"The trial printed and reported nothing for {limit.TotalSeconds} s."));

    public static LimitBreach Memory(long limit, long seen) =>
        new(FailureKind.Memory, $"The processes of the trial used {Size(seen)} of memory; the limit is {Size(limit)}.", AtOnce: true);

    public static LimitBreach SystemMemory(long limit, long seen) =>
        new(FailureKind.SystemMemory, $"The machine had {Size(seen)} of memory in use while the trial ran; the limit is {Size(limit)}.", AtOnce: true);

    public static LimitBreach GpuMemory(long limit, long seen) =>
        new(FailureKind.GpuMemory, $"The processes of the trial used {Size(seen)} of GPU memory; the limit is {Size(limit)}.", AtOnce: true);

    public static LimitBreach Output(long limit, long seen) =>
        new(FailureKind.OutputVolume, $"The trial printed {Size(seen)}; the limit is {Size(limit)}.", AtOnce: true);

    /// <summary>Makes what is recorded for the trial.</summary>
    public TrialOutcome ToOutcome(TrialLimits limits)
    {
        TrialOutcome outcome = TrialOutcome.Fail(Kind, Message);
        return Kind != FailureKind.Cancelled && limits.KillLoss is double loss ? outcome with { Value = loss } : outcome;
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MiB");
}
