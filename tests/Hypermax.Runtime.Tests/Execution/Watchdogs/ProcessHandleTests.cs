using System.Diagnostics;
using Hypermax.Execution.Watchdogs;
using Hypermax.ProcessTable;

namespace Hypermax.Tests.Execution.Watchdogs;

public sealed class ProcessHandleTests
{
    [Fact]
    public async Task Send_AnotherProcessHasTheIdNow_DoesNotHitIt()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using Process sleeper = Process.Start("sleep", "600");
        Assert.True(ProcStat.TryRead(sleeper.Id, out ProcStat stat));

        // What began earlier under this id is gone; were it hit, the next signal would find it dead of the wrong one.
        ProcessHandle.Send(sleeper.Id, stat.Started - 1, Signals.KillSignal);
        ProcessHandle.Send(sleeper.Id, stat.Started, Signals.TerminateSignal);
        await sleeper.WaitForExitAsync();

        Assert.Equal(128 + Signals.TerminateSignal, sleeper.ExitCode);
    }

    [Fact]
    public void Send_ManyTimes_LeavesNoDescriptorOpen()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using Process sleeper = Process.Start("sleep", "600");
        Assert.True(ProcStat.TryRead(sleeper.Id, out ProcStat stat));

        for (int i = 0; i < 100; i++)
        {
            ProcessHandle.Send(sleeper.Id, stat.Started, signal: 0);
        }

        int handles = Directory.GetFiles("/proc/self/fd").Count(file => new FileInfo(file).LinkTarget?.Contains("pidfd", StringComparison.Ordinal) == true);
        sleeper.Kill();

        // .NET's own processes may hold one each while they start.
        Assert.InRange(handles, 0, 20);
    }
}
