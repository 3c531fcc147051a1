using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Spaces.Relations;

namespace Hypermax.Tests.Spaces;

public sealed class RelationTests
{
    private static readonly SearchSpace Ordered = new(
        "ordered",
        [
            new NumericParameter("min", Law.Uniform, 0, 10),
            new NumericParameter("mid", Law.Uniform, 0, 10, isInteger: true),
            new NumericParameter("max", Law.LogUniform, 0.5, 8, isInteger: false),
        ],
        [new LessThanRelation([0, 1]), new LessThanRelation([1, 2])]);

    private static readonly SearchSpace Shares = new(
        "shares",
        [
            new NumericParameter("a", Law.Uniform, 0, 1),
            new NumericParameter("b", Law.Uniform, 0.1, 0.5),
            new NumericParameter("c", Law.Uniform, 0, 1),
        ],
        [new SumRelation([0, 1, 2], 1)]);

    public static TheoryData<SearchSpace> Spaces => [Ordered, Shares];

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Obey_AnyDraw_RelationsHoldWithinTheBounds(SearchSpace space)
    {
        SpaceGeometry geometry = new(space);
        RelationMap map = RelationMap.For(geometry)!;

        for (int i = 0; i < 2000; i++)
        {
            double[] vector = geometry.Sample(new SeedStream(1, i, "relation"));
            map.Obey(vector);

            Assert.True(geometry.Contains(vector), string.Join(' ', vector));
            Assert.All(space.Relations, relation => Assert.True(relation.Holds(vector), string.Join(' ', vector)));
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Obey_OfFree_SamePoint(SearchSpace space)
    {
        SpaceGeometry geometry = new(space);
        RelationMap map = RelationMap.For(geometry)!;

        for (int i = 0; i < 500; i++)
        {
            double[] point = geometry.Sample(new SeedStream(2, i, "relation"));
            map.Obey(point);
            double[] again = map.Free(point);
            map.Obey(again);

            Assert.All(point.Zip(again), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }
    }

    [Fact]
    public void Obey_Shares_UniformOnTheSimplex()
    {
        SearchSpace space = new(
            "s",
            [new NumericParameter("a", Law.Uniform, 0, 1), new NumericParameter("b", Law.Uniform, 0, 1), new NumericParameter("c", Law.Uniform, 0, 1)],
            [new SumRelation([0, 1, 2], 1)]);
        SpaceGeometry geometry = new(space);
        RelationMap map = RelationMap.For(geometry)!;

        int below = 0;
        for (int i = 0; i < 20_000; i++)
        {
            double[] vector = geometry.Sample(new SeedStream(3, i, "simplex"));
            map.Obey(vector);
            below += vector[0] < 0.25 ? 1 : 0;
        }

        // Of a uniform point on the triangle one coordinate is below t with probability 1 - (1 - t)^2.
        Assert.InRange(below / 20_000.0, 0.4275, 0.4475);
    }

    [Fact]
    public void For_ImpossibleOrder_SaysWhy()
    {
        SearchSpace space = new(
            "s", [new NumericParameter("a", Law.Uniform, 5, 6), new NumericParameter("b", Law.Uniform, 0, 4)], [new LessThanRelation([0, 1])]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => RelationMap.For(new SpaceGeometry(space)));

        Assert.Contains("'b'", error.Message);
        Assert.Contains("its high is 4", error.Message);
    }

    [Fact]
    public void For_ImpossibleSum_SaysWhy()
    {
        SearchSpace space = new(
            "s", [new NumericParameter("a", Law.Uniform, 0, 1), new NumericParameter("b", Law.Uniform, 0, 1)], [new SumRelation([0, 1], 3)]);

        Assert.Contains("only allow 0 to 2", Assert.Throws<ArgumentException>(() => RelationMap.For(new SpaceGeometry(space))).Message);
    }

    [Fact]
    public void For_Circle_SaysWhere()
    {
        SearchSpace space = new(
            "s",
            [new NumericParameter("a", Law.Uniform, 0, 1), new NumericParameter("b", Law.Uniform, 0, 1)],
            [new LessThanRelation([0, 1]), new LessThanRelation([1, 0])]);

        Assert.Contains("circle", Assert.Throws<ArgumentException>(() => RelationMap.For(new SpaceGeometry(space))).Message);
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Study_AnySampler_RelationsHold(SearchSpace space)
    {
        foreach (string method in Samplers.Names.Where(name => name is "random" or "tpe" or "gp" or "auto"))
        {
            using Study study = Study.Create(space, new StudyOptions { Method = method });
            for (int i = 0; i < 30; i++)
            {
                Trial trial = study.Ask()!;
                Assert.All(space.Relations, relation => Assert.True(relation.Holds(trial.Point)));
                study.Tell(trial, trial.Point[0]);
            }
        }
    }
}
