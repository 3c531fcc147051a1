using Hypermax.Execution.Limits;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Tests.Execution.Limits;

public sealed class TrialLimitsTests
{
    public static TheoryData<TrialLimits, string> Violations => new()
    {
        { new TrialLimits { WallTime = TimeSpan.Zero }, "'WallTime' is a limit and must be above 0; it is '0 s'." },
        { new TrialLimits { CpuTime = TimeSpan.FromSeconds(-1.5) }, "'CpuTime' is a limit and must be above 0; it is '-1.5 s'." },
        { new TrialLimits { MemoryBytes = 0 }, "'MemoryBytes' is a limit and must be above 0; it is '0 bytes'." },
        { new TrialLimits { OutputBytes = -1 }, "'OutputBytes' is a limit and must be above 0; it is '-1 bytes'." },
        {
            new TrialLimits { WallTime = TimeSpan.FromSeconds(5), SoftWallTime = TimeSpan.FromSeconds(5) },
            "'SoftWallTime' must be below 'WallTime' (5 s), for the warning comes before the end; it is '5 s'."
        },
        { new TrialLimits { WallTime = TimeSpan.FromSeconds(5), Silence = TimeSpan.FromSeconds(6) }, "silence could never end a trial" },
        { new TrialLimits { MemoryBytes = 2 << 20, SystemMemoryBytes = 1 << 20 }, "cannot use more than the whole machine may" },
        { new TrialLimits { SystemMemoryBytes = long.MaxValue }, "or it could never be reached" },
        { new TrialLimits { KillLoss = 1 }, "'KillLoss' needs a limit" },
        { new TrialLimits { KillLoss = 1, SoftWallTime = TimeSpan.FromSeconds(1) }, "'KillLoss' needs a limit" },
        { new TrialLimits { KillLoss = double.NaN, WallTime = TimeSpan.FromSeconds(1) }, "'KillLoss' must be a finite number; it is 'NaN'." },
        { new TrialLimits { Grace = TimeSpan.FromSeconds(-1) }, "'Grace' must not be below 0; it is '-1 s'." },
        { new TrialLimits { GpuMemoryBytes = 1, GpuProbe = new NvidiaProbe("no-such-tool") }, "The command 'no-such-tool' was not found on the path." },
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
        ArgumentException error = Assert.Throws<ArgumentException>(
            new TrialLimits { WallTime = TimeSpan.Zero, MemoryBytes = -1, KillLoss = double.NaN }.Validate);

        Assert.Contains("WallTime", error.Message, StringComparison.Ordinal);
        Assert.Contains("MemoryBytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("KillLoss", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_SensibleLimits_Passes() =>
        new TrialLimits
        {
            WallTime = TimeSpan.FromSeconds(10),
            SoftWallTime = TimeSpan.FromSeconds(8),
            Silence = TimeSpan.FromSeconds(3),
            CpuTime = TimeSpan.FromSeconds(40),
            MemoryBytes = 1 << 30,
            KillLoss = 0,
        }.Validate();
}
