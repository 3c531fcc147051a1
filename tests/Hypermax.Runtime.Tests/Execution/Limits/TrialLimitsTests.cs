using Hypermax.Execution.Limits;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Tests.Execution.Limits;

public sealed class TrialLimitsTests
{
    public static TheoryData<TrialLimits, string> Violations => new()
    {
        { new TrialLimits { WallTime = TimeSpan.Zero }, "WallTime is 0 s; a limit must be above 0." },
        { new TrialLimits { CpuTime = TimeSpan.FromSeconds(-1.5) }, "CpuTime is -1.5 s; a limit must be above 0." },
        { new TrialLimits { MemoryBytes = 0 }, "MemoryBytes is 0 bytes; a limit must be above 0." },
        { new TrialLimits { OutputBytes = -1 }, "OutputBytes is -1 bytes; a limit must be above 0." },
        { new TrialLimits { WallTime = TimeSpan.FromSeconds(5), SoftWallTime = TimeSpan.FromSeconds(5) }, "the warning must come before the end" },
        { new TrialLimits { WallTime = TimeSpan.FromSeconds(5), Silence = TimeSpan.FromSeconds(6) }, "silence could never end a trial" },
        { new TrialLimits { MemoryBytes = 2 << 20, SystemMemoryBytes = 1 << 20 }, "cannot use more than the whole machine may" },
        { new TrialLimits { SystemMemoryBytes = long.MaxValue }, "the limit could never be reached" },
        { new TrialLimits { KillLoss = 1 }, "KillLoss is 1 but no limit is set" },
        { new TrialLimits { KillLoss = 1, SoftWallTime = TimeSpan.FromSeconds(1) }, "KillLoss is 1 but no limit is set" },
        { new TrialLimits { KillLoss = double.NaN, WallTime = TimeSpan.FromSeconds(1) }, "it must be a finite number" },
        { new TrialLimits { Grace = TimeSpan.FromSeconds(-1) }, "Grace is -1 s; it must not be below 0." },
        { new TrialLimits { GpuMemoryBytes = 1, GpuProbe = new NvidiaProbe("no-such-tool") }, "GPU memory cannot be measured on this machine: The command 'no-such-tool' was not found on the path." },
    };

    [Theory]
    [MemberData(nameof(Violations))]
    public void Validate_Contradiction_NamesItAndTheRemedy(TrialLimits limits, string expected)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(limits.Validate);

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_SeveralViolations_ListsAll()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(new TrialLimits { WallTime = TimeSpan.Zero, MemoryBytes = -1, KillLoss = double.NaN }.Validate);

        Assert.Contains("WallTime", error.Message, StringComparison.Ordinal);
        Assert.Contains("MemoryBytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("KillLoss", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_SensibleLimits_Passes() =>
        new TrialLimits { WallTime = TimeSpan.FromSeconds(10), SoftWallTime = TimeSpan.FromSeconds(8), Silence = TimeSpan.FromSeconds(3), CpuTime = TimeSpan.FromSeconds(40), MemoryBytes = 1 << 30, KillLoss = 0 }.Validate();
}
