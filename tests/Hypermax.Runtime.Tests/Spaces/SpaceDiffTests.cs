using Hypermax.Spaces.Changes;

namespace Hypermax.Tests.Spaces;

public sealed class SpaceDiffTests
{
    private static readonly SearchSpace Before = new(
        "s",
        [
            new NumericParameter("trees", Law.LogUniform, 1, 100, isInteger: true),
            new NumericParameter("rate", Law.Uniform, 0, 1),
            new CategoricalParameter("kind", ["a", "b"]),
            new NumericParameter("depth", Law.Uniform, 1, 9, isInteger: true, facts: new ParameterFacts { Conditions = [new Condition(2, 1, 1)] }),
            new NumericParameter("old", Law.Uniform, 0, 1),
        ]);

    private static readonly SearchSpace After = new(
        "s",
        [
            new NumericParameter("trees", Law.LogUniform, 1, 1000, isInteger: true),
            new NumericParameter("learning", Law.Uniform, 0.25, 0.5, facts: new ParameterFacts { FormerNames = ["rate"] }),
            new CategoricalParameter("kind", ["b", "c"]),
            new NumericParameter("depth", Law.Uniform, 1, 9, isInteger: true, facts: new ParameterFacts { Conditions = [new Condition(2, 0, 0)] }),
            new NumericParameter("fresh", Law.Uniform, 0, 1, facts: new ParameterFacts { Default = 0.125 }),
        ]);

    [Fact]
    public void Compare_EveryKindOfChange_ToldInWords()
    {
        Assert.Equal(
            [
                "'trees' was widened from [1, 100] to [1, 1000]",
                "'rate' was renamed to 'learning'",
                "'learning' was narrowed from [0, 1] to [0.25, 0.5]",
                "'kind' gained 'c'",
                "'kind' lost 'a'",
                "'fresh' was added",
                "'old' was removed",
            ],
            SpaceDiff.Compare(Before, After).Select(change => change.Text));
    }

    [Fact]
    public void Compare_SameSpace_Nothing() => Assert.Empty(SpaceDiff.Compare(Before, Before));

    [Fact]
    public void Compare_DescriptionOnly_Nothing()
    {
        SearchSpace a = new("s", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        SearchSpace b = new("s", [new NumericParameter("x", Law.Uniform, 0, 1, facts: new ParameterFacts { Description = "new words" })]);

        Assert.Empty(SpaceDiff.Compare(a, b));
    }

    [Fact]
    public void Compare_Relations_InWordsAndNotWhenOnlyNamesChange()
    {
        NumericParameter a = new("a", Law.Uniform, 0, 1);
        NumericParameter b = new("b", Law.Uniform, 0, 1);
        NumericParameter renamed = new("c", Law.Uniform, 0, 1, facts: new ParameterFacts { FormerNames = ["b"] });
        SearchSpace before = new("s", [a, b], [new LessThanRelation([0, 1]), new SumRelation([0, 1], 1)]);

        Assert.Equal(
            ["a relation was added: 'a', 'b' must add up to 1.5", "a relation was removed: 'a', 'b' must add up to 1"],
            SpaceDiff.Compare(before, new("s", [a, b], [new LessThanRelation([0, 1]), new SumRelation([0, 1], 1.5)])).Select(change => change.Text));
        Assert.Equal(
            ["'b' was renamed to 'c'"],
            SpaceDiff.Compare(before, new("s", [a, renamed], [new LessThanRelation([0, 1]), new SumRelation([0, 1], 1)])).Select(change => change.Text));
    }

    [Fact]
    public void Carry_PointInside_MappedWithDefaultsForNewParameters() =>
        Assert.Equal([50, 0.5, 0, 4, 0.125], new PointMigration(Before, After).Carry([50, 0.5, 1, 4, 0.9])!);

    [Fact]
    public void Carry_RelationAdded_KeepsThePointsThatObey()
    {
        NumericParameter a = new("a", Law.Uniform, 0, 1);
        NumericParameter b = new("b", Law.Uniform, 0, 1);
        PointMigration migration = new(new("s", [a, b]), new("s", [a, b], [new LessThanRelation([0, 1])]));

        Assert.Equal([0.25, 0.5], migration.Carry([0.25, 0.5])!);
        Assert.Null(migration.Carry([0.5, 0.25]));
    }

    [Fact]
    public void Carry_RelationWithANewParameter_MakesRoom()
    {
        NumericParameter a = new("a", Law.Uniform, 0, 1);
        NumericParameter b = new("b", Law.Uniform, 0, 1);
        PointMigration migration = new(new("s", [a]), new("s", [a, b], [new LessThanRelation([0, 1])]));

        Assert.Equal([0.25, 0.5], migration.Carry([0.25])!);
        Assert.Equal([0.75, 0.875], migration.Carry([0.75])!);
        Assert.Null(migration.Carry([1]));
    }

    [Theory]
    [InlineData(50, 0.75, 1, 4)]
    [InlineData(50, 0.5, 0, double.NaN)]
    public void Carry_PointOutside_SetAside(double trees, double rate, double kind, double depth) =>
        Assert.Null(new PointMigration(Before, After).Carry([trees, rate, kind, depth, 0.9]));
}
