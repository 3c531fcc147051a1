using Hypermax.Chaos.Cases;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Tests.Execution.Watchdogs;

public sealed class WatchdogTests
{
    private static readonly SearchSpace Space = new("None", []);

    [Fact]
    public async Task SystemMemory_FillsUp_StopsTheTrial()
    {
        CommandExecutor executor = AboveWhatIsInUse(300L << 20);

        TrialOutcome outcome = await executor.RunAsync(new TrialJob { Number = 0, Space = Space, Point = [], Seed = 1 }, default);

        Assert.Equal((FailureKind.SystemMemory, 1), (outcome.Failure, outcome.Value));
    }

    [Fact]
    public void Validate_SystemMemoryBelowWhatIsInUse_IsRefusedBeforeTheFirstTrial() =>
        Assert.Contains(
            "are in use already",
            Assert.Throws<ArgumentException>(() => new TrialLimits { SystemMemoryBytes = 1 << 20 }.Validate()).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task LinuxTree_ProcessEnds_IsForgottenAndItsFilesClosed()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using System.Diagnostics.Process process = System.Diagnostics.Process.Start("sleep", "600");
        using LinuxProcessTree tree = new(process.Id, "none", null);

        // The kernel counts the first pages of a new process a little late.
        Assert.True(SpinWait.SpinUntil(() => tree.TrySample(withStorage: true, out TreeSample alive) && alive.Bytes > 0, TimeSpan.FromMinutes(2)));

        process.Kill();
        await process.WaitForExitAsync();

        Assert.False(tree.TrySample(withStorage: true, out _));
        Assert.DoesNotContain($"/proc/{process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}/stat", OpenFiles());
    }

    private static IEnumerable<string?> OpenFiles()
    {
        foreach (string file in Directory.GetFiles("/proc/self/fd"))
        {
            string? target = null;
            try
            {
                target = File.ResolveLinkTarget(file, returnFinalTarget: false)?.FullName;
            }
            catch (IOException)
            {
                // Another test closed it since the list was made.
            }

            yield return target;
        }
    }

    [Fact]
    public async Task GpuMemory_ProbeSaysTooMuch_StopsTheTrial()
    {
        TrialOutcome outcome = await RunAsync(new TrialLimits { GpuMemoryBytes = 1 << 20, GpuProbe = new FailsOnceThenEveryoneUses(2 << 20) });

        Assert.Equal(FailureKind.GpuMemory, outcome.Failure);
        Assert.Equal("The processes of the trial used 2 MiB of GPU memory; the limit is 1 MiB.", outcome.Message);
    }

    [Fact]
    public void NvidiaProbe_LinesOfTheTool_AreAddedUpByProcess() =>
        Assert.Equal(
            new Dictionary<int, long> { [12] = 768L << 20, [15] = 1L << 20 },
            NvidiaProbe.Parse("12, 512\n15, 1\n12, 256\n[Not Found], [N/A]\n\n"));

    [Fact]
    public void SystemMemory_OnThisMachine_IsSensible() =>
        Assert.InRange(SystemMemory.UsedBytes(), 1L << 20, SystemMemory.TotalBytes());

    [Fact]
    public void Meter_ManySamples_KeepsPeakAndMedianWithoutGrowing()
    {
        UsageMeter meter = new(new TreeSample(5, 1, 10, 20));
        for (int i = 1; i <= 100_000; i++)
        {
            meter.Add(new TreeSample(i, 1 + (i / 1000.0), 10 + i, 20));
        }

        ResourceUsage usage = meter.ToUsage();

        Assert.Equal((100_000, 100_000, 0), (usage.PeakBytes, usage.ReadBytes, usage.WrittenBytes));
        Assert.Equal(100, usage.CpuSeconds, 9);
        Assert.InRange(usage.MedianBytes, 48_000, 52_000);
    }

    // What else runs on the machine may take the memory between our look and that of the executor.
    private static CommandExecutor AboveWhatIsInUse(long bytes)
    {
        for (int attempt = 1; ; attempt++)
        {
            TrialLimits limits = new() { SystemMemoryBytes = SystemMemory.UsedBytes() + bytes, KillLoss = 1 };
            try
            {
                return new CommandExecutor(
                    new CommandSpec { FileName = Built.ChaosProgram, Arguments = ["eats-fast"] }, Space, new CommandOptions { Limits = limits });
            }
            catch (ArgumentException) when (attempt < 100)
            {
                Thread.Sleep(20);
            }
        }
    }

    private static async Task<TrialOutcome> RunAsync(TrialLimits limits)
    {
        CommandExecutor executor = new(new CommandSpec { FileName = "sleep", Arguments = ["600"] }, Space, new CommandOptions { Limits = limits });
        return await executor.RunAsync(new TrialJob { Number = 0, Space = Space, Point = [], Seed = 1 }, default);
    }

    private sealed class FailsOnceThenEveryoneUses(long bytes) : IGpuProbe
    {
        private int _asked;

        public bool IsAvailable(out string reason)
        {
            reason = string.Empty;
            return true;
        }

        public Task<IReadOnlyDictionary<int, long>> ReadAsync(CancellationToken cancellation) =>
            ++_asked == 1 ? throw new System.ComponentModel.Win32Exception("busy") : Task.FromResult<IReadOnlyDictionary<int, long>>(new Everyone(bytes));

        // Whatever process is asked for uses this much.
        private sealed class Everyone(long bytes) : Dictionary<int, long>, IReadOnlyDictionary<int, long>
        {
            int IReadOnlyCollection<KeyValuePair<int, long>>.Count => 1;

            bool IReadOnlyDictionary<int, long>.TryGetValue(int key, out long value)
            {
                value = bytes;
                return true;
            }
        }
    }
}
