using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Tests.Spaces;

public sealed class DimensionTests
{
    public static TheoryData<string, Parameter> Laws => new()
    {
        { "uniform", new NumericParameter("p", Law.Uniform, -3, 7) },
        { "log-uniform", new NumericParameter("p", Law.LogUniform, 1e-4, 10) },
        { "normal", new NumericParameter("p", Law.Normal, double.NegativeInfinity, double.PositiveInfinity, mean: 2, deviation: 3) },
        { "truncated normal", new NumericParameter("p", Law.Normal, 0, 4, mean: 2, deviation: 3) },
        { "log-normal", new NumericParameter("p", Law.LogNormal, 0, double.PositiveInfinity, mean: 1, deviation: 0.5) },
        { "truncated log-normal", new NumericParameter("p", Law.LogNormal, 1, 8, mean: 1, deviation: 0.5) },
    };

    [Theory]
    [MemberData(nameof(Laws))]
    public void FromUnit_UniformDraws_FollowTheLaw(string name, Parameter parameter)
    {
        NumericParameter law = (NumericParameter)parameter;
        Dimension dimension = new(law);
        SeedStream stream = new(1, 0, name);

        double[] draws = [.. Enumerable.Range(0, 20_000).Select(_ => dimension.FromUnit(stream.NextDouble())).Order()];

        // Kolmogorov-Smirnov: 1.95 / sqrt(n) is the 0.1 % point.
        double distance = draws.Select((draw, i) => Math.Abs(Cdf(law, draw) - ((i + 0.5) / draws.Length))).Max();
        Assert.InRange(distance, 0, 1.95 / Math.Sqrt(draws.Length));
        Assert.All(draws, draw => Assert.True(law.Contains(draw)));
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void ToUnit_OfFromUnit_SamePlace(string name, Parameter parameter)
    {
        Dimension dimension = new(parameter);

        Assert.All([0.01, 0.25, 0.5, 0.9, 0.999], unit => Assert.True(Math.Abs(dimension.ToUnit(dimension.FromUnit(unit)) - unit) < 1e-9, name));
    }

    [Fact]
    public void FromUnit_UniformGrid_EveryValueEquallyOftenEndsIncluded()
    {
        Dimension dimension = new(new NumericParameter("p", Law.Uniform, 1, 3, step: 1));

        int[] counts = Count(dimension, 30_000);

        Assert.Equal(3, dimension.LevelCount);
        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Theory]
    [InlineData(Law.LogNormal, 40, 9, true)]
    [InlineData(Law.Normal, 1e30, 1e30, true)]
    [InlineData(Law.LogNormal, 700, 20, false)]
    public void FromUnit_WideNormalLaw_StaysAmongTheNumbers(Law law, double mean, double deviation, bool isInteger)
    {
        NumericParameter parameter = new(
            "p", law, law == Law.Normal ? double.NegativeInfinity : 0, double.PositiveInfinity, isInteger: isInteger, mean: mean, deviation: deviation);
        Dimension dimension = new(parameter);

        foreach (double unit in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            double value = dimension.FromUnit(unit);

            Assert.True(double.IsFinite(value) && parameter.Contains(value), FormattableString.Invariant($"{unit} gave {value}"));
            Assert.True(!isInteger || Math.Abs(value) <= 9007199254740992, FormattableString.Invariant($"{unit} gave {value}"));
        }
    }

    [Fact]
    public void FromUnit_StepThatDoesNotFit_StaysWithinTheBounds()
    {
        NumericParameter parameter = new("p", Law.Uniform, 1, 10, step: 4);
        Dimension dimension = new(parameter);
        SeedStream stream = new(1, 0, "grid");

        HashSet<double> seen = [.. Enumerable.Range(0, 1000).Select(_ => dimension.FromUnit(stream.NextDouble()))];

        Assert.Equal([1, 5, 9], seen.Order());
    }

    [Fact]
    public void FromUnit_LogInteger_WeightsFollowTheLog()
    {
        Dimension dimension = new(new NumericParameter("p", Law.LogUniform, 1, 4, isInteger: true));

        int[] counts = Count(dimension, 40_000);

        double whole = Math.Log(4.5 / 0.5);
        for (int level = 0; level < 4; level++)
        {
            double expected = Math.Log((level + 1.5) / (level + 0.5)) / whole;
            Assert.InRange(counts[level] / 40_000.0, expected - 0.012, expected + 0.012);
        }
    }

    [Fact]
    public void FromUnit_WeightedChoice_FollowsTheWeights()
    {
        Dimension dimension = new(new CategoricalParameter("p", ["a", "b", "c"], [1, 0, 3]));

        int[] counts = Count(dimension, 40_000);

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0] / 40_000.0, 0.24, 0.26);
    }

    [Fact]
    public void FromUnit_DecimalSteps_ExactValues()
    {
        Dimension dimension = new(new NumericParameter("p", Law.Uniform, 0.1, 0.7, step: 0.1));

        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], Enumerable.Range(0, dimension.LevelCount).Select(dimension.LevelValue));
    }

    private static int[] Count(Dimension dimension, int draws)
    {
        int[] counts = new int[dimension.LevelCount];
        SeedStream stream = new(2, 0, "count");
        for (int i = 0; i < draws; i++)
        {
            counts[dimension.LevelOf(dimension.FromUnit(stream.NextDouble()))]++;
        }

        return counts;
    }

    private static double Cdf(NumericParameter law, double x)
    {
        double Raw(double value) => law.Law switch
        {
            Law.Uniform => value,
            Law.LogUniform => Math.Log(value),
            Law.Normal => MathNet.Numerics.Distributions.Normal.CDF(law.Mean, law.Deviation, value),
            _ => value <= 0 ? 0 : MathNet.Numerics.Distributions.LogNormal.CDF(law.Mean, law.Deviation, value),
        };
        double low = Raw(law.Low);
        double high = double.IsPositiveInfinity(law.High) ? 1 : Raw(law.High);
        return (Raw(x) - low) / (high - low);
    }
}
