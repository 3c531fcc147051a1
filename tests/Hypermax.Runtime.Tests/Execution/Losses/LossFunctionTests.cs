using Hypermax.Execution.Losses;

namespace Hypermax.Tests.Execution.Losses;

public sealed class LossFunctionTests
{
    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 0)]
    [InlineData(6, 0.004)]
    [InlineData(9, 0.064)]
    [InlineData(10, 0.1)]
    [InlineData(15, 0.4)]
    public void Penalty_QuadraticBetweenTargetAndMaximum_AndBeyond(double used, double expected) =>
        Assert.Equal(expected, new ResourcePenalty(5, 10, 0.1).Of(used), 12);

    [Theory]
    [InlineData(-1, 10, 0.1)]
    [InlineData(5, 5, 0.1)]
    [InlineData(5, 10, 0)]
    [InlineData(5, double.NaN, 0.1)]
    public void Penalty_Contradiction_IsRefused(double target, double maximum, double penalty) =>
        Assert.Throws<ArgumentException>(() => new ResourcePenalty(target, maximum, penalty));

    [Fact]
    public void Apply_SeveralMetrics_AddsThemWithTheirWeights()
    {
        LossFunction loss = new(new LossOptions { Parts = [new MetricLoss("value", 2), new MetricLoss("accuracy", -0.5)] });

        TrialOutcome outcome = loss.Apply(Outcome(3, ("accuracy", 0.8)), TimeSpan.FromSeconds(1));

        Assert.Equal((2 * 3) - (0.5 * 0.8), outcome.Value, 12);
        Assert.Equal(3, outcome.Metrics["value.raw"]);
        Assert.Equal(0.8, outcome.Metrics["accuracy"]);
    }

    [Fact]
    public void Apply_TimePenalty_UsesWallTimeUnlessTheModelSaysItsOwn()
    {
        LossFunction loss = new(new LossOptions { Time = new ResourcePenalty(5, 10, 0.1) });

        Assert.Equal(1.004, loss.Apply(Outcome(1), TimeSpan.FromSeconds(6)).Value, 12);
        Assert.Equal(1.1, loss.Apply(Outcome(1, ("time", 10)), TimeSpan.FromSeconds(6)).Value, 12);
        Assert.Equal(0.004, loss.Apply(Outcome(1), TimeSpan.FromSeconds(6)).Metrics["penalty.time"], 12);
    }

    [Fact]
    public void Apply_Maximize_PenaltyMakesWorse()
    {
        LossFunction loss = new(new LossOptions { Time = new ResourcePenalty(5, 10, 0.1), Direction = Direction.Maximize });

        Assert.Equal(0.9, loss.Apply(Outcome(1), TimeSpan.FromSeconds(10)).Value, 12);
    }

    [Fact]
    public void Apply_MemoryPenalty_UsesThePeak()
    {
        LossFunction loss = new(new LossOptions { Memory = new ResourcePenalty(1e9, 2e9, 1) });

        TrialOutcome outcome = loss.Apply(Outcome(1) with { Usage = new ResourceUsage(1, 1_500_000_000, 0, 0, 0) }, TimeSpan.Zero);

        Assert.Equal(1.25, outcome.Value, 12);
    }

    [Fact]
    public void Apply_MissingMetric_FailsAndSaysWhichThereAre()
    {
        TrialOutcome outcome = new LossFunction(new LossOptions { Parts = [new MetricLoss("auc")] }).Apply(Outcome(1, ("accuracy", 1)), TimeSpan.Zero);

        Assert.Equal((TrialState.Failed, FailureKind.BadResult), (outcome.State, outcome.Failure));
        Assert.Contains("no metric 'auc'", outcome.Message, StringComparison.Ordinal);
        Assert.Contains("accuracy", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_FailedOutcome_PassesUnchanged()
    {
        TrialOutcome failed = TrialOutcome.Fail(FailureKind.Memory, "x") with { Value = 99 };

        Assert.Same(failed, new LossFunction(new LossOptions { Time = new ResourcePenalty(0, 1, 1) }).Apply(failed, TimeSpan.FromSeconds(9)));
    }

    [Fact]
    public void Asymptote_IsSmoothStrictlyRisingAndZeroAtTheTarget()
    {
        AsymptoteLoss loss = new(2, 6);
        double before = double.NegativeInfinity;
        for (double x = -100; x < 20; x += 0.01)
        {
            double now = loss.Of(x);
            Assert.True(now > before, $"falls at {x}");
            before = now;
        }

        Assert.Equal(0, loss.Of(2));
        Assert.Equal(1, loss.Of(4), 12);
        Assert.InRange(loss.Of(-1e9), -1, -0.99);
        Assert.True(loss.Of(5.99) > 300);
        Assert.Equal((loss.Of(2 + 1e-6) - loss.Of(2)) / 1e-6, (loss.Of(2) - loss.Of(2 - 1e-6)) / 1e-6, 4);
    }

    [Fact]
    public void Asymptote_MaximumBelowTarget_RewardsMore()
    {
        AsymptoteLoss loss = new(0.95, 0.5);

        Assert.True(loss.Of(0.99) < loss.Of(0.95) && loss.Of(0.95) < loss.Of(0.7) && loss.Of(0.7) < loss.Of(0.4));
    }

    private static TrialOutcome Outcome(double value, params (string Name, double Value)[] metrics) =>
        TrialOutcome.Of(value) with { Metrics = metrics.ToDictionary(metric => metric.Name, metric => metric.Value, StringComparer.Ordinal) };
}
