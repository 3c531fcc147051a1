using Hypermax.Convergence.Population;
using Hypermax.Convergence.Population.Curves;
using Hypermax.Convergence.Population.Families;
using Hypermax.Convergence.Problems;
using Hypermax.Convergence.Running;
using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Convergence.Tests;

public class CurveFamilyTests
{
    public static TheoryData<string> Names => [.. CurveFamilies.All.Select(family => family.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Make_EveryFamily_GivesCurvesThatEndInTheLossThatCounts(string name)
    {
        Problem problem = Make(name);
        SpaceGeometry geometry = new(problem.Space);
        SeedStream stream = new(1, 0, "test");
        double[][] points = [.. Enumerable.Range(0, 10).Select(_ => geometry.Sample(stream))];

        Assert.All(points, point =>
        {
            double[] curve = problem.Curves!.Losses(point);
            Assert.Equal(LearningCurves.Whole, curve.Length);
            Assert.All(curve, loss => Assert.True(double.IsFinite(loss)));
            Assert.Equal(problem.Function(point), curve[^1]);
            Assert.Equal(problem.Curves!.Losses(point), curve);
        });
        Assert.True(problem.Curves!.NoiseAt(1) > problem.Curves.NoiseAt(LearningCurves.Whole));
    }

    [Fact]
    public void Make_SameNumberTwice_GivesTheSameCurves()
    {
        double[] point = new SpaceGeometry(Make("slow").Space).Sample(new SeedStream(1, 0, "test"));

        Assert.Equal(Make("slow").Curves!.Losses(point), Make("slow").Curves!.Losses(point));
    }

    [Fact]
    public void Slow_AmongTheBestQuarter_LowBudgetsMisleadFarMoreOftenThanInTruthful()
    {
        int slow = Enumerable.Range(0, 4).Sum(number => Misled("slow", number));
        int truthful = Enumerable.Range(0, 4).Sum(number => Misled("truthful", number));

        Assert.True(slow > 2 * truthful, $"{slow} and {truthful} of 200 pairs");
    }

    [Fact]
    public void Run_WholeTrials_CostsOneEachAndTheIncumbentIsTheLowestObserved()
    {
        Problem problem = Make("truthful");

        (double[] best, _) = CurveCell.Run("random", problem, 3, 12);

        Assert.Equal(12, best.Length);
        Assert.All(best, loss => Assert.True(double.IsFinite(loss)));
        Assert.True(best.Distinct().Count() <= 12);
    }

    [Theory]
    [InlineData("forecast+random")]
    [InlineData("asha+random")]
    public void Run_WithASchedule_RepeatsAndPaysForWhatItRuns(string method)
    {
        Problem problem = Make("truthful");

        (double[] first, _) = CurveCell.Run(method, problem, 3, 12);
        (double[] second, _) = CurveCell.Run(method, problem, 3, 12);

        Assert.Equal(first, second);
    }

    private static Problem Make(string name, int number = 0) => CurveFamilies.All.Single(family => family.Name == name).Make(number);

    // Of 50 pairs among the best quarter of 400 points, how many are in the wrong order at budget 3.
    private static int Misled(string name, int number)
    {
        Problem problem = Make(name, number);
        SpaceGeometry geometry = new(problem.Space);
        SeedStream stream = new(2, 0, "test");
        double[][] best = [.. Enumerable.Range(0, 400).Select(_ => problem.Curves!.Losses(geometry.Sample(stream))).OrderBy(curve => curve[^1]).Take(100)];
        return Enumerable.Range(0, 50).Count(i => best[i][2] > best[99 - i][2]);
    }
}
