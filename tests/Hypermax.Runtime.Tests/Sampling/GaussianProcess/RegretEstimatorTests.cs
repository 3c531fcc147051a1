using Hypermax.Conformance;
using Hypermax.Numerics;
using Hypermax.Sampling.GaussianProcess;

namespace Hypermax.Tests.Sampling.GaussianProcess;

public sealed class RegretEstimatorTests
{
    private static readonly SearchSpace Line = new("line", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    [Fact]
    public void Estimate_FewTrials_Nothing() => Assert.Null(new RegretEstimator().Estimate(Run(10, 0.01).Context));

    [Fact]
    public void Estimate_NoisyBowlWellExplored_BelowNoise()
    {
        RegretEstimate estimate = new RegretEstimator().Estimate(Run(60, 0.05).Context)!.Value;

        Assert.InRange(estimate.Noise, 0.03, 0.07);
        Assert.True(estimate.IsBelowNoise, estimate.ToString());
    }

    [Fact]
    public void Estimate_HalfOfTheSpaceUnseen_AboveNoise()
    {
        SamplerRun run = new(new GpSampler(), Line);
        SeedStream stream = new(1, 0, "half");
        for (int i = 0; i < 25; i++)
        {
            double x = 0.4 * stream.NextDouble();
            run.History.Add(i, [x], Math.Sin(9 * x) - (2 * x) + (0.01 * stream.NextNormal()), TrialState.Complete);
        }

        Assert.False(new RegretEstimator().Estimate(run.Context)!.Value.IsBelowNoise);
    }

    private static SamplerRun Run(int trials, double noise)
    {
        SeedStream stream = new(7, 0, "noise");
        SamplerRun run = new(new GpSampler(), Line);
        for (int i = 0; i < trials; i++)
        {
            double x = (i + 0.5) / trials;
            run.History.Add(i, [x], (4 * (x - 0.3) * (x - 0.3)) + (noise * stream.NextNormal()), TrialState.Complete);
        }

        return run;
    }
}
