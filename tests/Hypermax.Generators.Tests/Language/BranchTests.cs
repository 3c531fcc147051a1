using Hypermax.Numerics;
using Hypermax.Spaces;
using Hypermax.Spaces.Relations;

namespace Hypermax.Generators.Tests.Language;

public sealed class BranchTests
{
    [Theory]
    [InlineData(0, 4, true)]
    [InlineData(3, 4, false)]
    [InlineData(0, 3, false)]
    public void IsValid_SpacesWithinABranch_AreAsked(int inner, int other, bool expected)
    {
        Func<Engine, bool> isValid = Engine.SearchSpace.IsValid!;

        Assert.Equal(expected, isValid(new Engine.Mixed.Nested(new Checked(inner), null, [new Checked(other)], null)));
        Assert.Equal(expected, isValid(new Engine.Mixed.Nested(new Checked(inner), new Checked(other), [], null)));
        Assert.Equal(expected, isValid(new Engine.Mixed.Nested(new Checked(inner), null, [], [new Checked(0), new Checked(other)])));
    }

    [Fact]
    public void IsValid_HierarchyAndBranch_BothAreAsked()
    {
        Func<Engine, bool> isValid = Engine.SearchSpace.IsValid!;

        Assert.True(isValid(new Engine.Ordered(0.1, 0.9)));
        Assert.False(isValid(new Engine.Ordered(0.1, 0.96)));
        Assert.False(isValid(new Engine.Ordered(0.1, 0.9) { Noise = 0.95 }));
    }

    [Fact]
    public void IsValid_HierarchyInARecord_IsAsked()
    {
        Func<Workshop, bool> isValid = Workshop.SearchSpace.IsValid!;

        Assert.True(isValid(new Workshop(new Engine.Plain(1), null, [new Engine.Plain(2)])));
        Assert.False(isValid(new Workshop(new Engine.Plain(1), new Engine.Ordered(0.1, 0.96), [new Engine.Plain(2)])));
        Assert.False(isValid(new Workshop(new Engine.Plain(1), null, [new Engine.Plain(2), new Engine.Ordered(0.1, 0.96)])));
    }

    [Fact]
    public void Relations_OfBranches_StandInTheSpace()
    {
        SearchSpace space = Engine.SearchSpace;

        string[] relations = [.. space.Relations.Select(relation => relation.Describe(space))];

        Assert.Equal(["'Ordered.Low' must be less than 'Ordered.High'.", "'Mixed.Shared.A', 'Mixed.Shared.B', 'Mixed.Shared.C' must add up to 1."], relations);
        Assert.Equal(8, Workshop.SearchSpace.Relations.Count);
    }

    [Fact]
    public void Obey_AnyPoint_RelationsOfBranchesHold()
    {
        SpaceGeometry geometry = new(Workshop.SearchSpace);
        RelationMap map = RelationMap.For(geometry)!;
        for (int i = 0; i < 300; i++)
        {
            double[] point = geometry.Sample(new SeedStream(5, i, "test"));

            map.Obey(point);

            Assert.True(geometry.Contains(point));
            Assert.All(geometry.Space.Relations, relation => Assert.True(relation.Holds(point)));
        }
    }

    [Fact]
    public void Validate_BranchOutOfOrder_SaysSo()
    {
        IReadOnlyList<string> violations = Engine.SearchSpace.Validate(new Engine.Ordered(0.9, 0.2));

        Assert.Equal(["'Ordered.Low' must be less than 'Ordered.High'."], violations);
    }
}
