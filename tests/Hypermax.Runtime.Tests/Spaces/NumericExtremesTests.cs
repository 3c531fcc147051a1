using Hypermax.Numerics;
using Hypermax.Spaces;
using Hypermax.Spaces.SearchJson;

namespace Hypermax.Tests.Spaces;

/// <summary>Numbers at the ends of what a double holds: refused in words, or searched without overflow.</summary>
public sealed class NumericExtremesTests
{
    private const int Parameters = 20_000;

    private static readonly double[] Numbers =
    [
        0, 1, 2, 0.1, 1e-9, 1e9, 5e-324, 1e-308, 1e300, 1e308, 1.7976931348623157e308, 9007199254740991, 9007199254740992, 9007199254740994,
        1e17, 9223372036854775807, 700, 710, 745, 1e-17, double.PositiveInfinity, double.NaN,
    ];

    [Fact]
    public void Create_RandomExtremes_RefusedOrSearchedWithoutOverflow()
    {
        SeedStream stream = new(1, 0, "extremes");
        int searched = 0;
        for (int i = 0; i < Parameters; i++)
        {
            NumericParameter parameter;
            try
            {
                parameter = Draw(stream);
            }
            catch (ArgumentException)
            {
                continue;
            }

            searched++;
            Check(new Dimension(parameter), parameter);
        }

        Assert.InRange(searched, Parameters / 20, Parameters * 19 / 20);
    }

    [Theory]
    [InlineData("""{"type":"float","low":-1.7976931348623157e308,"high":1.7976931348623157e308}""", "the distance between them")]
    [InlineData("""{"type":"float","low":-1e308,"high":1e308}""", "the distance between them")]
    [InlineData("""{"type":"float","low":0,"high":1.7e308,"step":1e308}""", "half a step on either side")]
    [InlineData("""{"type":"float","low":0,"high":1e308,"step":1e-300}""", "no more than 2^53 steps")]
    [InlineData("""{"type":"float","low":1e17,"high":1.0000000000001e17,"step":1}""", "no more than 2^53 steps")]
    [InlineData("""{"type":"float","low":-1e308,"high":1e308,"law":"normal","mean":0,"deviation":1}""", "the distance between them")]
    [InlineData("""{"type":"float","law":"normal","mean":0,"deviation":1e308}""", "eight deviations from the mean")]
    [InlineData("""{"type":"float","law":"logNormal","mean":1000,"deviation":1}""", "e to the power of it")]
    [InlineData("""{"type":"float","law":"logNormal","mean":-1000,"deviation":1}""", "e to the power of it")]
    [InlineData("""{"type":"float","law":"normal","mean":0,"deviation":1,"step":1e-300}""", "no more than 2^53 steps")]
    [InlineData("""{"type":"int","low":0,"high":9223372036854775807}""", "2^53")]
    [InlineData("""{"type":"int","low":0,"high":9007199254740994}""", "2^53")]
    [InlineData("""{"type":"int","low":-9007199254740994,"high":0}""", "2^53")]
    [InlineData("""{"type":"int","low":1,"high":1e18,"log":true}""", "2^53")]
    [InlineData("""{"type":"int","low":0,"high":1e18,"law":"normal","mean":5,"deviation":1}""", "2^53")]
    public void Parse_SpaceJson_SaysWhichRule(string parameter, string rule)
    {
        string json = "{\"params\":[" + parameter.Insert(1, "\"name\":\"x\",") + "]}";

        string message = Assert.Throws<FormatException>(() => SpaceJson.Parse(json)).Message;

        Assert.Contains("'params[0]", message, StringComparison.Ordinal);
        Assert.Contains(rule, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"number","min":-1.7e308,"max":1.7e308}""", "the distance between them")]
    [InlineData("""{"type":"number","mode":"normal","mean":0,"stddev":1e308}""", "eight deviations")]
    [InlineData("""{"type":"number","min":0,"max":1,"rounding":1e-320}""", "no more than 2^53 steps")]
    [InlineData("""{"type":"number","min":0,"max":1e18,"rounding":1}""", "no more than 2^53 steps")]
    [InlineData("""{"type":"integer","min":0,"max":9223372036854775807}""", "2^53")]
    [InlineData("""{"type":"integer","min":1,"max":1e18,"scaling":"logarithmic"}""", "2^53")]
    [InlineData("""{"type":"number","mode":"randint","max":1e18}""", "whole number")]
    public void Read_SearchJson_SaysWhichRule(string node, string rule)
    {
        string json = "{\"type\":\"object\",\"properties\":{\"lr\":" + node + "}}";

        string message = Assert.ThrowsAny<FormatException>(() => SearchJsonReader.Read(json)).Message;

        Assert.Contains("hyperparameters.lr", message, StringComparison.Ordinal);
        Assert.Contains(rule, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LargestWholeNumbers_SearchedToTheBounds()
    {
        SearchSpace space = SpaceJson.Parse("""{"params":[{"name":"x","type":"int","low":-9007199254740992,"high":9007199254740992}]}""");
        Dimension dimension = new(space.Parameters[0]);

        Assert.Equal(-9007199254740992, dimension.FromUnit(0));
        Assert.Equal(9007199254740992, dimension.FromUnit(1));
    }

    private static NumericParameter Draw(SeedStream stream)
    {
        double Number() => Numbers[stream.NextInt(Numbers.Length)] * (stream.NextInt(3) == 0 ? -1 : 1);
        Law law = (Law)stream.NextInt(4);
        bool isNormal = law is Law.Normal or Law.LogNormal;
        (double a, double b) = (Number(), Number());
        (double low, double high) = isNormal && stream.NextInt(2) == 0
            ? (law == Law.LogNormal ? 0 : double.NegativeInfinity, double.PositiveInfinity)
            : (Math.Min(a, b), Math.Max(a, b));
        double? step = stream.NextInt(2) == 0 ? Math.Abs(Number()) : null;
        return new NumericParameter(
            "x", law, low, high, step, stream.NextInt(3) == 0, isNormal ? Number() : double.NaN, isNormal ? Math.Abs(Number()) : double.NaN);
    }

    private static void Check(Dimension dimension, NumericParameter parameter)
    {
        string text = FormattableString.Invariant($"{parameter.Law} {parameter.Low:R} {parameter.High:R} step {parameter.Step:R} whole {parameter.IsInteger} ")
            + FormattableString.Invariant($"mean {parameter.Mean:R} deviation {parameter.Deviation:R}");
        foreach (double unit in (double[])[0, 1e-9, 0.25, 0.5, 0.75, 1 - 1e-9, 1])
        {
            double value = dimension.FromUnit(unit);
            Assert.True(double.IsFinite(value) && parameter.Contains(value), $"{text}: {unit} gave {value:R}");
            Assert.InRange(dimension.ToUnit(value), 0, 1);
            (double low, double high) = dimension.Cell(value);
            Assert.True(low >= 0 && low <= high && high <= 1, $"{text}: the cell of {value:R} is {low:R} to {high:R}");
        }

        Assert.True(double.IsFinite(parameter.Middle) && parameter.Contains(parameter.Middle), $"{text}: the middle is {parameter.Middle:R}");
        bool isBounded = double.IsFinite(parameter.High - parameter.Low) && parameter.Law == Law.Uniform && parameter.High > parameter.Low;
        Assert.False(
            isBounded && parameter.Step is null && dimension.FromUnit(0.25) == dimension.FromUnit(0.75) && parameter.High > 1e-300,
            $"{text}: every draw is the same");
    }
}
