using Hypermax.Build.Settings;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Tune;

namespace Hypermax.Tests.Tune;

public class TrialPlanTests
{
    [Fact]
    public void Override_PropertiesCountBeforeTheAttribute_AndNoneSwitchesOff()
    {
        ObjectiveAttribute attribute = new() { TrialSeconds = 5, TrialCpuSeconds = 7, KillLoss = 3, Loss = "value" };

        TrialPlan.Override(attribute, new TrialSettings { Seconds = 2, KillLoss = double.NaN, CpuSeconds = 0, Retries = 1 });

        WorkerObjective objective = Objective(attribute);
        Assert.Equal(TimeSpan.FromSeconds(2), objective.Limits.WallTime);
        Assert.Null(objective.Limits.CpuTime);
        Assert.Null(objective.Limits.KillLoss);
        Assert.Equal((1, "value"), (attribute.Retries, attribute.Loss));
        Assert.Null(TrialPlan.Problem(objective));
    }

    [Theory]
    [InlineData(-1, 0, double.NaN, "TrialSeconds is -1 s; a limit must be above 0")]
    [InlineData(1, 2, double.NaN, "TrialSilenceSeconds is 2 s but TrialSeconds is 1 s")]
    [InlineData(0, 0, 4, "KillLoss is 4 but no limit is set")]
    [InlineData(double.NaN, 0, double.NaN, "TrialSeconds is 0 s")]
    [InlineData(1e300, 0, double.PositiveInfinity, "KillLoss is Infinity")]
    public void Problem_LimitsWithoutSense_AreToldInTheNamesOfTheAttribute(double seconds, double silence, double killLoss, string expected)
    {
        ObjectiveAttribute attribute = new() { TrialSeconds = seconds, TrialSilenceSeconds = silence, KillLoss = killLoss };

        Assert.Contains(expected, TrialPlan.Problem(Objective(attribute))!, StringComparison.Ordinal);
    }

    [Fact]
    public void Pool_Resources_AreHandedToSlots()
    {
        WorkerOptions pool = TrialPlan.Pool(new TrialSettings { Gpus = ["3", "5"], SlotCores = 1 });

        Assert.Equal("5", pool.SlotEnvironment!(1)["CUDA_VISIBLE_DEVICES"]);
        Assert.Equal("1", pool.SlotEnvironment!(0)["OMP_NUM_THREADS"]);
    }

    private static WorkerObjective Objective(ObjectiveAttribute attribute) =>
        new("Train", new SearchSpace("One", [new NumericParameter("x", Law.Uniform, 0, 1)]), attribute, new SourcePosition("Code.cs", 1, 1));
}
