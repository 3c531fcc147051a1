using Hypermax.Conformance;
using Hypermax.Sampling;

namespace Hypermax.Tests.Sampling;

/// <summary>Each method is better than random search at equal budget on most of some fixed seeds.</summary>
public sealed class BeatsRandomTests
{
    private const int Seeds = 10;

    private static readonly SearchSpace Sphere = new(
        "sphere", Enumerable.Range(0, 4).Select(i => new NumericParameter(FormattableString.Invariant($"x{i}"), Law.Uniform, -5, 5)));

    [Theory]
    [InlineData("tpe", 9)]
    [InlineData("atpe", 9)]
    [InlineData("anneal", 9)]
    [InlineData("evolution", 8)]
    public void Sphere_SixtyTrials_BetterOnMostSeeds(string method, int wins) =>
        Assert.InRange(Wins(method, Sphere, point => point.Sum(x => (x - 1) * (x - 1)), 60), wins, Seeds);

    [Theory]
    [InlineData("tpe", 8)]
    [InlineData("atpe", 8)]
    [InlineData("anneal", 6)]
    [InlineData("evolution", 7)]
    public void Branches_EightyTrials_BetterOnMostSeeds(string method, int wins) =>
        Assert.InRange(Wins(method, SamplerSpaces.Branches, Branches, 80), wins, Seeds);

    [Theory]
    [InlineData("sobol", 12)]
    public void Cover_TwoNumbers_CloserToEveryPlaceThanRandom(string method, int trials)
    {
        SearchSpace plane = new("plane", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]);
        double Farthest(string name, int seed)
        {
            SamplerRun run = new(Samplers.Create(name), plane, seed);
            List<double[]> points = run.Do(trials, run.Bowl);
            return Enumerable.Range(0, 400).Max(
                cell => points.Min(point => Math.Pow(point[0] - ((cell % 20) / 19.0), 2) + Math.Pow(point[1] - ((cell / 20) / 19.0), 2)));
        }

        Assert.InRange(Enumerable.Range(0, Seeds).Count(seed => Farthest(method, seed) < Farthest("random", seed)), 7, Seeds);
    }

    private static double Branches(double[] point) => point[0] switch
    {
        0 => 1 + Math.Abs(Math.Log10(point[1])),
        1 => 0.5 + (Math.Abs(point[2] - 6) / 6),
        _ => (Math.Abs(point[3] - 2) / 4) + point[7] + (point[5] == 0 ? 0.2 + point[6] : 0),
    };

    private static int Wins(string method, SearchSpace space, Func<double[], double> loss, int trials) => Enumerable.Range(0, Seeds).Count(seed =>
        new SamplerRun(Samplers.Create(method), space, seed).Do(trials, loss).Min(loss) < new SamplerRun(Samplers.Create("random"), space, seed)
            .Do(trials, loss)
            .Min(loss));
}
