using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.CmaEs;

namespace Hypermax.Tests.Sampling;

public sealed class CmaEsSamplerTests() : GoldenSamplerConformance()
{
    protected override ISampler Create() => new CmaEsSampler();

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Propose_Sphere_Converges(int dimensions)
    {
        SearchSpace space = new(
            "sphere", Enumerable.Range(0, dimensions).Select(i => (Parameter)new NumericParameter(FormattableString.Invariant($"x{i}"), Law.Uniform, -1, 1)));
        for (int seed = 0; seed < 3; seed++)
        {
            SamplerRun run = new(new CmaEsSampler(), space, seed);

            List<double[]> points = run.Do(200 * dimensions, run.Bowl);

            Assert.True(points.Min(run.Bowl) < 1e-8);
        }
    }

    [Fact]
    public void Propose_IntegersAwayFromTheCentre_FindsTheCorner()
    {
        // Without the margin the distribution freezes on the first plateau that it shrinks onto.
        SearchSpace space = new(
            "integers",
            Enumerable.Range(0, 5).Select(i => (Parameter)new NumericParameter(FormattableString.Invariant($"n{i}"), Law.Uniform, 0, 20, isInteger: true)));
        int solved = 0;
        for (int seed = 0; seed < 10; seed++)
        {
            SamplerRun run = new(new CmaEsSampler(), space, seed);
            List<double[]> points = run.Do(600, Loss);
            solved += points.Min(Loss) == 0 ? 1 : 0;
        }

        Assert.InRange(solved, 8, 10);

        static double Loss(double[] point) => point.Select((value, i) => Math.Abs(value - (4 * i))).Sum();
    }

    [Fact]
    public void Propose_OneGoodChoice_ChosenMostOfTheTime()
    {
        SamplerRun run = new(new CmaEsSampler(), SamplerSpaces.Choices);

        List<double[]> points = run.Do(200, point => (point[0] == 2 ? 0 : 1) + point[4]);

        Assert.InRange(points.TakeLast(50).Count(point => point[0] == 2), 35, 50);
    }
}
