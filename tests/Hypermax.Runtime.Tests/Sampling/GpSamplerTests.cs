using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.GaussianProcess;

namespace Hypermax.Tests.Sampling;

public sealed class GpSamplerTests() : GoldenSamplerConformance()
{
    protected override int Trials => 22;

    protected override int RandomSpaceCount => 15;

    protected override ISampler Create() => new GpSampler();

    [Fact]
    public void Propose_QuadraticBowl_CloserThanRandomOnEverySeed()
    {
        for (int seed = 0; seed < 5; seed++)
        {
            Assert.True(BestOf(new GpSampler(), seed) < 0.1 * BestOf(Samplers.Create("random"), seed));
        }
    }

    [Fact]
    public void Propose_HistoryBeyondTheModel_StaysWithinTheSpace()
    {
        SamplerRun run = new(new GpSampler(new GpOptions { ModelTrials = 24, FitTrials = 20, Candidates = 64 }), SamplerSpaces.Branches);

        List<double[]> points = run.Do(40, run.Bowl);

        Assert.Equal(40, points.Count);
        Assert.All(points, point => Assert.True(run.Geometry.Contains(point)));
    }

    [Fact]
    public void Propose_AfterStartup_InsightInUnitsOfTheLoss()
    {
        GpSampler sampler = new();
        SamplerRun run = new(sampler, SamplerSpaces.Numbers);
        run.Do(30, point => 1000 + run.Bowl(point));

        Insight insight = sampler.Propose(run.Context).Insight;

        Assert.Equal("gp", insight.Method);
        Assert.InRange(insight.Expected, 999, 1002);
        Assert.InRange(insight.Spread, 0, 2);
        Assert.True(double.IsFinite(insight.Acquisition));
    }

    [Fact]
    public void Create_TooFewCandidates_SaysWhatIsAllowed() =>
        Assert.Matches(".*Candidates.* 16 or above.*'3'", Assert.Throws<ArgumentException>(() => new GpSampler(new GpOptions { Candidates = 3 })).Message);

    private static double BestOf(ISampler sampler, int seed)
    {
        SamplerRun run = new(sampler, SamplerSpaces.Numbers, seed);
        return run.Do(30, run.Bowl).Min(run.Bowl);
    }
}
