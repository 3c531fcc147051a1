using Hypermax.Settings;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>The options of worker processes.</summary>
internal static class WorkerLedger
{
    private const double Mebibyte = 1024 * 1024;

    public static OptionLedger<WorkerOptions> Options { get; } = new(
        "worker processes",
        new Option<WorkerOptions, int>(
            "RecycleAfterTrials",
            Rules.Whole(0),
            o => o.RecycleAfterTrials,
            (o, v) => o with { RecycleAfterTrials = v },
            "after how many trials a process is replaced (0: never for that reason)"),
        new Option<WorkerOptions, double>(
            "RecycleAboveMegabytes",
            Rules.Amount,
            o => o.RecycleAboveBytes / Mebibyte,
            (o, v) => o with { RecycleAboveBytes = (long)(v * Mebibyte) },
            "above which working set, between trials, a process is replaced, in mebibytes", nameof(WorkerOptions.RecycleAboveBytes))
            {
                Unset = "half of TrialMemoryMegabytes",
            });
}
