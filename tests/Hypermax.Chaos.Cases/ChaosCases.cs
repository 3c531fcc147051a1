using Hypermax.Execution.Limits;
using static Hypermax.Chaos.Cases.ChaosTarget;

namespace Hypermax.Chaos.Cases;

/// <summary>Everything a trial can do wrong, and what is recorded then.</summary>
public static class ChaosCases
{
    /// <summary>The value recorded for a trial that a limit stopped.</summary>
    public const double KillLoss = 99;

    private static TrialLimits Limited => new() { Grace = TimeSpan.FromSeconds(0.1), KillLoss = KillLoss };

    // One limit for each case, so that no limit races another; and no case has to come to anything before its limit, so that a
    // slow machine changes nothing.
    private static readonly TrialLimits Time = Limited with { WallTime = TimeSpan.FromSeconds(0.6) };
    private static readonly TrialLimits Silence = Limited with { Silence = TimeSpan.FromSeconds(0.6) };
    private static readonly TrialLimits Cpu = Limited with { CpuTime = TimeSpan.FromSeconds(0.6) };
    private static readonly TrialLimits Memory = Limited with { MemoryBytes = 400L << 20 };
    private static readonly TrialLimits Output = Limited with { OutputBytes = 4_000_000 };

    /// <summary>Gets all cases.</summary>
    public static IReadOnlyList<ChaosCase> All { get; } =
    [
        new("good", Everything, FailureKind.None, 0.25),
        new("zero", Everything, FailureKind.None, 0),
        new("negative", Everything, FailureKind.None, -3.5),
        new("nan", Everything, FailureKind.NotFinite),
        new("infinity", InProcess | Worker | Programs, FailureKind.NotFinite),
        new("throws", InProcess | Worker | Python, FailureKind.Exception),
        new("throws", Programs, FailureKind.ProcessDied),
        new("sleeps", Everything, FailureKind.WallTime, KillLoss) { Limits = Time },
        new("sleeps", Everything, FailureKind.Silence, KillLoss) { Limits = Silence },
        new("obeys", InProcess | Worker, FailureKind.WallTime, KillLoss) { Limits = Time },
        new("spins", Processes, FailureKind.CpuTime, KillLoss) { Limits = Cpu },
        new("ignores-sigterm", Processes, FailureKind.WallTime, KillLoss) { Limits = Time },
        new("grandchild", Processes, FailureKind.WallTime, KillLoss) { Limits = Time },
        new("grandchild-outlives", Processes, FailureKind.None, 0.5),
        new("grandchild-eats", Processes, FailureKind.Memory, KillLoss) { Limits = Memory },
        new("daemon", Processes, FailureKind.None, 0.5),
        new("eats-fast", Processes, FailureKind.Memory, KillLoss) { Limits = Memory },
        new("eats-slowly", Processes, FailureKind.Memory, KillLoss) { Limits = Memory },
        new("floods", Processes, FailureKind.OutputVolume, KillLoss) { Limits = Output },
        new("floods-100mb", Worker | Command, FailureKind.None, 0.5),
        new("closes-output", Processes, FailureKind.WallTime, KillLoss) { Limits = Time },
        new("exit-137", Processes, FailureKind.ProcessDied),
        new("exit-3", Processes, FailureKind.ProcessDied),
        new("fail-fast", Worker | Programs, FailureKind.ProcessDied),
        new("segfault", Worker | Programs, FailureKind.ProcessDied),
        new("stack-overflow", Worker | Command, FailureKind.ProcessDied),
        new("kills-itself", Processes, FailureKind.ProcessDied),
        new("changes-directory", Processes, FailureKind.None, 0.5),
        new("huge-environment", Worker | Programs, FailureKind.WallTime, KillLoss) { Limits = Time },
        new("reads-input", Worker, FailureKind.None, 0.5),
        new("prints-protocol", Worker | Python, FailureKind.None, 0.5),
        new("prints-protocol", Programs, FailureKind.None, 0.5),
        new("dies-at-start", Programs, FailureKind.ProcessDied),
        new("result-then-flood", Programs, FailureKind.None, 0.125) { Limits = Output },
        new("half-then-hang", Programs, FailureKind.WallTime, KillLoss) { Limits = Time },
        new("result-then-exit-1", Programs, FailureKind.ProcessDied),
        new("says-error", Programs, FailureKind.Exception),
        new("apostrophe", Programs | Python, FailureKind.None, 0.5),
        new("half-result", Programs, FailureKind.BadResult),
        new("nothing", Programs, FailureKind.BadResult),
        new("nothing", Python, FailureKind.Exception),
        new("prose", Programs, FailureKind.BadResult),
        new("python-dict", Programs, FailureKind.BadResult),
        new("nan-object", Programs, FailureKind.NotFinite),
        new("negative-object", Programs, FailureKind.None, -0.0025),
        new("zero-object", Programs, FailureKind.None, 0),
        new("reports", Programs, FailureKind.None, 1.5),
        new("two-numbers", Programs, FailureKind.BadResult),
        new("two-on-a-line", Programs, FailureKind.BadResult),
        new("two-results", Programs, FailureKind.BadResult),
        new("hostile-exception", InProcess | Worker, FailureKind.Exception),
        new("huge-exception", InProcess | Worker | Python, FailureKind.Exception),
        new("half-characters", InProcess | Worker, FailureKind.Exception),
        new("breaks-console", Worker | Python, FailureKind.None, 0.5),
        new("disposes-console", Worker | Python, FailureKind.None, 0.5),
        new("starves-pool", Worker, FailureKind.None, 0.5),
        new("forges-result", Worker | Python, FailureKind.None, 0.5),
        new("daemon-without-mark", Local, FailureKind.None, 0.5) { NeedsControlGroup = Command | Python },
        new("daemon-without-mark-hangs", Local, FailureKind.WallTime, KillLoss) { Limits = Time, NeedsControlGroup = Command | Python },
        new("daemon-without-mark-eats", Worker | Command, FailureKind.Memory, KillLoss) { Limits = Memory, NeedsControlGroup = Command },
        new("step-text", Programs, FailureKind.None, 0.5),
        new("step-text-object", Programs, FailureKind.None, 0.5),
        new("step-fraction", Programs, FailureKind.None, 0.5),
        new("half-characters-result", Programs | Python, FailureKind.None, 0.5),
        new("half-characters-error", Programs | Python, FailureKind.Exception),
        new("deep", Programs, FailureKind.None, 0.5),
        new("deep-result", Programs, FailureKind.BadResult),
        new("huge-number", Programs, FailureKind.NotFinite),
        new("huge-metric", Programs, FailureKind.None, 0.5),
        new("loss-twice", Programs, FailureKind.BadResult),
        new("metric-twice", Programs, FailureKind.None, 0.5),
        new("number-cut", Programs, FailureKind.BadResult),
        new("number-cut-unended", Programs, FailureKind.BadResult),
        new("long-prose", Programs, FailureKind.None, 0.5),
        new("long-note", Command | Python, FailureKind.None, 0.5),
        new("many-metrics", Python, FailureKind.None, 0.5),
        new("odd-values", Python, FailureKind.None, 0.5),
        new("hostile-exception", Python, FailureKind.Exception),
        new("utf8-mark", Programs, FailureKind.None, 0.5),
        new("utf16-le", Programs, FailureKind.None, 0.5),
        new("utf16-be", Programs, FailureKind.None, 0.5),
        new("utf16-number", Programs, FailureKind.None, 0.5),
        new("utf16-half", Programs, FailureKind.None, 0.5),
        new("utf32-le", Programs, FailureKind.None, 0.5),
        new("mark-before-line", Programs, FailureKind.None, 0.5),
        new("mark-alone", Programs, FailureKind.BadResult),
        new("no-encoding", Programs, FailureKind.None, 0.5),
    ];
}
