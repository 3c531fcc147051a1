using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Choosing;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.Atpe.Choosing;

public sealed class NoiseShareTests
{
    private static readonly SpaceGeometry Cube = new(
        new SearchSpace("cube", Enumerable.Range(0, 5).Select(i => new NumericParameter(FormattableString.Invariant($"x{i}"), Law.Uniform, 0, 1))));

    [Fact]
    public void Estimate_SmoothLoss_LittleNoiseOnMostSeeds() => Assert.InRange(Enumerable.Range(0, 20).Count(seed => Of(seed, 60, 0) < 0.25), 15, 20);

    [Fact]
    public void Estimate_NoiseAsLargeAsTheLoss_MuchNoiseOnMostSeeds() => Assert.InRange(Enumerable.Range(0, 20).Count(seed => Of(seed, 60, 3) > 0.5), 15, 20);

    [Fact]
    public void Estimate_MoreNoise_MoreOnAverage()
    {
        double[] means = [.. new[] { 0, 0.3, 1, 3 }.Select(noise => Enumerable.Range(0, 20).Average(seed => Of(seed, 60, noise)))];

        Assert.Equal(means.Order(), means);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Estimate_TooFewTrials_One(int count) => Assert.Equal(1, Of(1, count, 0));

    [Fact]
    public void Estimate_AllEqual_One()
    {
        TrialHistory history = new(5);
        for (int i = 0; i < 20; i++)
        {
            history.Add(i, Cube.Sample(new SeedStream(1, i, "x")), 4, TrialState.Complete);
        }

        Assert.Equal(1, Of(history));
    }

    private static double Of(int seed, int count, double noise)
    {
        TrialHistory history = new(5);
        for (int i = 0; i < count; i++)
        {
            double[] point = Cube.Sample(new SeedStream(seed, i, "x"));
            history.Add(i, point, point.Sum() + (noise * new SeedStream(seed, i, "noise").NextNormal()), TrialState.Complete);
        }

        return Of(history);
    }

    private static double Of(TrialHistory history)
    {
        RankedTrials trials = new(Cube, history);
        trials.Update();
        return new NoiseShare(trials).Estimate();
    }
}
