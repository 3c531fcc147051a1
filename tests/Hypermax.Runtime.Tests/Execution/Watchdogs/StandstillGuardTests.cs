using Hypermax.Execution.Watchdogs;

namespace Hypermax.Tests.Execution.Watchdogs;

public class StandstillGuardTests
{
    [Fact]
    public void MayJudge_LooksInTime_Always()
    {
        StandstillGuard guard = new();

        Assert.All(Enumerable.Range(0, 5), _ => Assert.True(guard.MayJudge(TimeSpan.FromMilliseconds(20))));
    }

    [Fact]
    public void MayJudge_MachineStoodStill_NotAtTheFirstLookAfterwards()
    {
        StandstillGuard guard = new();
        guard.MayJudge(TimeSpan.Zero);

        Assert.False(guard.MayJudge(TimeSpan.FromSeconds(2)));
        Assert.True(guard.MayJudge(TimeSpan.Zero));
    }

    [Fact]
    public void MayJudge_EveryLookTooLate_EverySecondOne()
    {
        StandstillGuard guard = new();

        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(_ => guard.MayJudge(TimeSpan.FromSeconds(2))));
    }
}
