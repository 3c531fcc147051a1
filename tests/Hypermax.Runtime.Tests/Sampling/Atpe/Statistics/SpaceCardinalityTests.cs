using Hypermax.Conformance;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Spaces;

namespace Hypermax.Tests.Sampling.Atpe.Statistics;

public sealed class SpaceCardinalityTests
{
    [Fact]
    public void Log10_Branches_AddWhileTogetherMultiplies()
    {
        // 5 + 3·(1 + 2) + 3·3 points.
        Assert.Equal(Math.Log10(23), SpaceCardinality.Log10(new SpaceGeometry(SamplerSpaces.Finite)), 12);
    }

    [Fact]
    public void Log10_Numbers_TwentyValuesAtMost()
    {
        // A continuous, a log one, 9 steps, 44 and 1000 whole numbers.
        Assert.Equal(Math.Log10(20.0 * 20 * 9 * 20 * 20), SpaceCardinality.Log10(new SpaceGeometry(SamplerSpaces.Numbers)), 12);
    }

    [Fact]
    public void Log10_ThreeHundredParameters_Finite()
    {
        SearchSpace space = new("large", Enumerable.Range(0, 300).Select(i => new NumericParameter(FormattableString.Invariant($"x{i}"), Law.Uniform, 0, 1)));

        Assert.Equal(308, SpaceCardinality.Log10(new SpaceGeometry(space)), 9);
    }

    [Fact]
    public void Log10_BranchOfANumericParent_Counted()
    {
        SearchSpace space = new("layers",
        [
            new NumericParameter("layers", Law.Uniform, 1, 3, isInteger: true),
            new NumericParameter("second", Law.Uniform, 1, 4, isInteger: true, facts: new ParameterFacts { Conditions = [new Condition(0, 2, 3)] }),
        ]);

        Assert.Equal(Math.Log10(1 + 4 + 4), SpaceCardinality.Log10(new SpaceGeometry(space)), 12);
    }
}
