using Hypermax.Convergence.Population;
using Hypermax.Convergence.Population.Families;
using Hypermax.Convergence.Problems;
using Hypermax.Convergence.Running;
using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Convergence.Tests;

public class FamilyTests
{
    public static TheoryData<string> Names => [.. FamilyList.All.Select(family => family.Name)];

    [Fact]
    public void All_EverySplit_HasManyFamiliesAndSharesNone()
    {
        Assert.Equal(FamilyList.All.Count, FamilyList.All.Select(family => family.Name).Distinct().Count());
        Assert.All(Enum.GetValues<Split>(), split => Assert.InRange(FamilyList.Of(split).Count, 10, 30));
    }

    [Fact]
    public void Make_SameNumberInAnotherSplit_DrawsOtherParameters()
    {
        Family family = FamilyList.All.Single(item => item.Name == "rotated");

        Assert.NotEqual(Losses(family.Make(0)), Losses((family with { Split = Split.Test }).Make(0)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Make_SameNumberTwice_GivesTheSameProblem(string name)
    {
        Problem first = Make(name, 0);
        Problem second = Make(name, 0);

        Assert.Equal(first.Minimum, second.Minimum);
        Assert.Equal(Losses(first), Losses(second));
        Assert.NotEqual(Losses(first), Losses(Make(name, 1)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Make_SeveralNumbers_GivesOneToSixtyParametersAndFiniteLosses(string name)
    {
        Assert.All(Enumerable.Range(3, 2).Select(number => Make(name, number)), problem =>
        {
            Assert.InRange(problem.Space.Parameters.Count, 1, 90);
            Assert.InRange(Active(problem), 1, 60);
            Assert.All(Losses(problem), loss => Assert.True(double.IsFinite(loss)));
            Assert.True(problem.TenRandom > problem.Minimum, $"{problem.Name}: ten random trials solve it");
            Assert.True(double.IsFinite(problem.TenRandom));
        });
    }

    // A search that is not the one the bound was made with: the bound may be beaten by a hair where it was searched for.
    [Theory]
    [MemberData(nameof(Names))]
    public void Minimum_LongSearch_IsNotBeaten(string name)
    {
        Problem problem = Make(name, 2) with { Told = null, Noise = 0 };

        (double[] best, _) = Cell.Run(Methods.Create("anneal:Shrinkage=0.3"), problem, 5, 600);

        Assert.True((best[^1] - problem.Minimum) / (problem.TenRandom - problem.Minimum) > -0.02, $"{problem.Minimum} was beaten by {best[^1]}");
    }

    [Fact]
    public void Find_UnknownFamily_NamesThoseOfTheSplit()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => FamilyList.Find(Split.Train, "rotated,nk", 1));

        Assert.Contains("'nk'", error.Message, StringComparison.Ordinal);
        Assert.Contains("rotated", error.Message, StringComparison.Ordinal);
    }

    private static Problem Make(string name, int number) => FamilyList.All.Single(family => family.Name == name).Make(number);

    private static double[] Losses(Problem problem)
    {
        SpaceGeometry geometry = new(problem.Space);
        SeedStream stream = new(1, 0, "test");
        return [.. Enumerable.Range(0, 20).Select(_ => problem.Function(geometry.Sample(stream)))];
    }

    private static int Active(Problem problem) => new SpaceGeometry(problem.Space).Sample(new SeedStream(2, 0, "test")).Count(double.IsFinite);
}
