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

    private static (string? Gpu, string? Cores, string? Threads) Some(SlotResources resources, int slot)
    {
        IReadOnlyDictionary<string, string?> variables = resources.EnvironmentOf(slot);
        Assert.Equal(variables["HYPERMAX_GPU"], variables["CUDA_VISIBLE_DEVICES"]);
        return (variables["CUDA_VISIBLE_DEVICES"], variables["HYPERMAX_CPUS"], variables["OMP_NUM_THREADS"]);
    }
}
