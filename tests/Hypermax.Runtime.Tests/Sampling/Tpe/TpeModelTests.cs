using Hypermax.Conformance;
using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Sampling.Tpe;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.Tpe;

public sealed class TpeModelTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 2)]
    [InlineData(16, 3)]
    [InlineData(100, 15)]
    [InlineData(10_000, 25)]
    public void GoodCount_Linear_ShareOfTheTrials(int usable, int expected) =>
        Assert.Equal(expected, TpeModel.GoodCount(usable, TpeOptions.Default));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 1)]
    [InlineData(17, 2)]
    [InlineData(625, 7)]
    [InlineData(10_000, 25)]
    public void GoodCount_SquareRoot_AsInHyperopt(int usable, int expected) =>
        Assert.Equal(expected, TpeModel.GoodCount(usable, TpeOptions.Hyperopt));

    [Fact]
    public void Propose_LossesScaledAndShifted_SamePoints()
    {
        SamplerRun plain = new(new TpeSampler(), SamplerSpaces.Branches);
        SamplerRun scaled = new(new TpeSampler(), SamplerSpaces.Branches);

        List<double[]> left = plain.Do(40, plain.Bowl);
        List<double[]> right = scaled.Do(40, point => (1024 * scaled.Bowl(point)) - 512);

        Assert.Equal(left, right);
    }

    [Fact]
    public void Propose_FixedChoice_LearnsWithinTheBranch()
    {
        SearchSpace space = new("s",
        [
            new CategoricalParameter("branch", ["left", "right"]),
            new NumericParameter("x", Law.Uniform, 0, 1),
        ]);
        SamplerRun run = new(new TpeSampler(), space);

        // The good place of x depends on the branch.
        for (int trial = 0; trial < 60; trial++)
        {
            double[] point = run.Geometry.Sample(new SeedStream(4, trial, "points"));
            run.History.Add(trial, point, Math.Abs(point[1] - (point[0] == 0 ? 0.1 : 0.9)), TrialState.Complete);
        }

        run.Fixed = FixedValues.None.With(0, 1);
        List<double[]> points = run.Do(10, point => Math.Abs(point[1] - 0.9));

        Assert.All(points, point => Assert.Equal(1, point[0]));
        Assert.True(points.Count(point => point[1] > 0.6) >= 7);
    }

    [Fact]
    public void Propose_ManyAtOnce_SameAsOneByOne()
    {
        SamplerRun run = new(new TpeSampler(), SamplerSpaces.Numbers);
        TpeSampler follower = new();
        for (int trial = 0; trial < 300; trial++)
        {
            double[] point = run.Geometry.Sample(new SeedStream(2, trial, "points"));
            run.History.Add(trial, point, SamplerRun.Hash(point), TrialState.Complete);
            follower.Propose(run.Context);
        }

        Assert.Equal(new TpeSampler().Propose(run.Context).Vector, follower.Propose(run.Context).Vector);
    }

    [Fact]
    public void Propose_EightAtOnce_StayNearerToTheBestPlaceThanIfRunningTrialsWereBadOnes()
    {
        double light = Enumerable.Range(1, 20).Average(seed => LossOfBatch(TpeOptions.Default, seed));
        double heavy = Enumerable.Range(1, 20).Average(seed => LossOfBatch(TpeOptions.Default with { RunningWeight = 1 }, seed));

        Assert.InRange(light / heavy, 0.1, 0.9);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.1, false)]
    public void Propose_RunningWeightIsZero_RunningTrialsAreNotSeen(double weight, bool isTheSame)
    {
        TpeOptions options = TpeOptions.Default with { RunningWeight = weight };
        SamplerRun idle = new(new TpeSampler(options), SamplerSpaces.Numbers);
        SamplerRun busy = new(new TpeSampler(options), SamplerSpaces.Numbers);
        idle.Do(40, idle.Bowl);
        busy.Do(40, busy.Bowl);
        for (int i = 0; i < 8; i++)
        {
            idle.Skip();
            busy.Ask();
        }

        double? alone = new TpeSampler(options).Propose(idle.Context).Insight.Acquisition;
        double? among = new TpeSampler(options).Propose(busy.Context).Insight.Acquisition;

        Assert.Equal(isTheSame, alone == among);
    }

    [Fact]
    public void Propose_SteadyState_AllocatesLittleMoreThanTheResult()
    {
        SamplerRun run = new(new TpeSampler(), SamplerSpaces.Numbers);
        run.Do(50, run.Bowl);
        TpeSampler sampler = new();
        SamplerContext context = run.Context;
        for (int i = 0; i < 50; i++)
        {
            sampler.Propose(context);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        sampler.Propose(context);

        // The vector, the proposal, its insight and the random stream.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 600);
    }

    [Fact]
    public void Validate_SettingsOutOfRange_NamesAll()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new TpeSampler(new TpeOptions { Gamma = 0, Candidates = 0 }));

        Assert.Contains("'Gamma' must be a number above 0; it is '0'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Candidates' must be a whole number, 1 or above; it is '0'", error.Message, StringComparison.Ordinal);
    }

    private static double LossOfBatch(TpeOptions options, int seed)
    {
        SamplerRun run = new(new TpeSampler(options), SamplerSpaces.Numbers, seed);
        run.Do(40, run.Bowl);
        return Enumerable.Range(0, 8).Average(_ => run.Bowl(run.Ask()!));
    }
}
