using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.Slots;

namespace Hypermax.Tests.Execution.Slots;

public class SlotResourcesTests
{
    [Fact]
    public void EnvironmentOf_GpusAndCores_GoRoundInTurn()
    {
        SlotResources resources = new() { Gpus = ["0", "GPU-7f"], Cores = 4, MachineCores = 10 };

        Assert.Equal(("0", "0-3", "4"), Some(resources, 0));
        Assert.Equal(("GPU-7f", "4-7", "4"), Some(resources, 1));
        Assert.Equal(("0", "0-3", "4"), Some(resources, 2));
    }

    [Fact]
    public void EnvironmentOf_MoreCoresThanTheMachineHas_GivesAllOfThem()
    {
        Assert.Equal("0-1", new SlotResources { Cores = 8, MachineCores = 2 }.EnvironmentOf(3)["HYPERMAX_CPUS"]);
        Assert.Equal("1", new SlotResources { Cores = 1, MachineCores = 2 }.EnvironmentOf(3)["HYPERMAX_CPUS"]);
    }

    [Fact]
    public void EnvironmentOf_NothingToHandOut_IsEmpty() => Assert.Empty(new SlotResources().EnvironmentOf(0));

    [Fact]
    public void EnvironmentOf_CoresOfThisMachine_AreThoseThatThisProcessMayUse()
    {
        string cores = new SlotResources { Cores = 1 }.EnvironmentOf(0)["HYPERMAX_CPUS"]!;

        Assert.True(!OperatingSystem.IsLinux() || CoreAffinity.Allowed().Contains(int.Parse(cores)), cores);
    }

    [Theory]
    [InlineData("4-7", new[] { 4, 5, 6, 7 })]
    [InlineData("1,3", new[] { 1, 3 })]
    [InlineData("0-1,5", new[] { 0, 1, 5 })]
    [InlineData("", new int[0])]
    public void Format_Cores_AsTaskSetTakesThem(string text, int[] cores)
    {
        Assert.Equal(text, CoreAffinity.Format(cores));
        Assert.Equal(cores, CoreAffinity.Parse(text));
    }

    [Fact]
    public async Task Run_SlotWithCores_IsPinnedToThemAndWeAreNot()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        int core = CoreAffinity.Allowed()[^1];
        CommandSpec spec = new() { FileName = "sh", Arguments = ["-c", "grep Cpus_allowed_list /proc/self/status | cut -f 2"] };
        CommandExecutor executor = new(
            spec, new SearchSpace("None", []), new CommandOptions { SlotEnvironment = _ => new Dictionary<string, string?> { ["HYPERMAX_CPUS"] = $"{core}" } });

        TrialOutcome outcome = await executor.RunAsync(new TrialJob { Number = 0, Space = new SearchSpace("None", []), Point = [], Seed = 1 }, default);

        Assert.True(outcome.Value == core, outcome.Message);
        Assert.Equal(Environment.ProcessorCount, Math.Min(Environment.ProcessorCount, CoreAffinity.Allowed().Count));
    }

    private static (string? Gpu, string? Cores, string? Threads) Some(SlotResources resources, int slot)
    {
        IReadOnlyDictionary<string, string?> variables = resources.EnvironmentOf(slot);
        Assert.Equal(variables["HYPERMAX_GPU"], variables["CUDA_VISIBLE_DEVICES"]);
        return (variables["CUDA_VISIBLE_DEVICES"], variables["HYPERMAX_CPUS"], variables["OMP_NUM_THREADS"]);
    }
}
