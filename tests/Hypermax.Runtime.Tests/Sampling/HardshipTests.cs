using Hypermax.Conformance;
using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling;

/// <summary>What happens to real searches: absurd losses, failures, many trials asked at once.</summary>
public sealed class HardshipTests
{
    private const int Seeds = 6;
    private const int Trials = 45;

    private static readonly SearchSpace Space = new("hardship",
    [
        new NumericParameter("x", Law.Uniform, -3, 2), new NumericParameter("y", Law.LogUniform, 1e-5, 10),
        new NumericParameter("n", Law.Uniform, 1, 20, isInteger: true), new CategoricalParameter("c", ["a", "b", "c"]),
    ]);

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string method in new[] { "auto", "gp", "tpe" })
            {
                foreach (string hardship in new[] { "outliers", "infinite", "halfFailing", "failingRegion", "thirtyFailing" })
                {
                    cases.Add(method, hardship);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Search_UnderHardship_BetterThanRandomOnMostSeeds(string method, string hardship) =>
        Assert.InRange(
            Enumerable.Range(1, Seeds).Count(seed => Best(method, hardship, seed) < Best("random", hardship, seed)),
            hardship is "halfFailing" or "thirtyFailing" ? 4 : 5,
            Seeds);

    [Theory]
    [InlineData("auto")]
    [InlineData("gp")]
    [InlineData("tpe")]
    public void Search_RegionThatFails_IsAvoided(string method)
    {
        SamplerRun run = new(Samplers.Create(method), Space);
        List<double[]> points = Do(run, "failingRegion", Trials, 1);

        Assert.InRange(points.TakeLast(15).Count(point => Fails("failingRegion", point, 0, 1)), 0, 3);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("gp")]
    [InlineData("tpe")]
    public void Search_AllLossesEqual_GoesOnLookingElsewhere(string method)
    {
        SamplerRun run = new(Samplers.Create(method), Space);
        List<double[]> points = run.Do(30, _ => 7);

        Assert.InRange(points.Select(point => Math.Round(run.Geometry.Dimensions[0].ToUnit(point[0]) * 5)).Distinct().Count(), 4, 6);
        Assert.Equal(3, points.Select(point => point[3]).Distinct().Count());
    }

    [Theory]
    [InlineData("auto", 8)]
    [InlineData("auto", 32)]
    [InlineData("gp", 32)]
    [InlineData("tpe", 8)]
    [InlineData("tpe", 32)]
    public void Ask_ManyBeforeAnyTell_SpreadLikeRandomPoints(string method, int count)
    {
        double Spread(string name) => Enumerable.Range(1, Seeds).Average(seed =>
        {
            SamplerRun run = new(Samplers.Create(name), Space, seed);
            double[][] points =
            [
                .. Enumerable.Range(0, count)
                    .Select(_ => run.Ask()!)
                    .Select(point => point.Select((value, i) => run.Geometry.Dimensions[i].ToUnit(value)).ToArray()),
            ];
            return points.Average(point => points.Where(other => other != point).Min(other => Math.Sqrt(point.Zip(other, (a, b) => (a - b) * (a - b)).Sum())));
        });

        Assert.InRange(Spread(method) / Spread("random"), 0.9, 3);
    }

    private static double Best(string method, string hardship, int seed)
    {
        SamplerRun run = new(Samplers.Create(method), Space, seed);
        List<double[]> points = Do(run, hardship, hardship == "thirtyFailing" ? 30 + Trials : Trials, seed);
        return points.Where((point, trial) => !Fails(hardship, point, trial, seed)).Min(True);
    }

    private static List<double[]> Do(SamplerRun run, string hardship, int trials, int seed)
    {
        int told = 0;
        bool failed = false;
        double Loss(double[] point)
        {
            failed = Fails(hardship, point, told, seed);
            bool isOdd = told++ % 6 == 4;
            return failed ? double.NaN
                : hardship == "outliers" && isOdd ? 1e30
                : hardship == "infinite" && isOdd ? double.PositiveInfinity
                : True(point);
        }

        return run.Do(trials, Loss, _ => failed ? TrialState.Failed : TrialState.Complete);
    }

    private static double True(double[] point)
    {
        double x = (point[0] - 1) / 5;
        double y = (Math.Log10(point[1]) + 3) / 6;
        double n = (point[2] - 6) / 20;
        return (x * x) + (y * y) + (n * n) + (0.3 * x * y) + (point[3] == 1 ? 0 : 0.1);
    }

    private static bool Fails(string hardship, double[] point, int trial, int seed) => hardship switch
    {
        "halfFailing" => new SeedStream(seed, trial, "failure").NextDouble() < 0.5,
        "failingRegion" => point[0] + (0.5 * Math.Log10(point[1])) > 0,
        "thirtyFailing" => trial < 30,
        _ => false,
    };
}
