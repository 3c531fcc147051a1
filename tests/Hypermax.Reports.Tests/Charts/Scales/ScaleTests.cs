using Hypermax.Charts;
using Hypermax.Charts.Scales;

namespace Hypermax.Tests.Charts.Scales;

public sealed class ScaleTests
{
    [Fact]
    public void Quantile_BetweenTwoValues_IsInterpolated()
    {
        double[] sorted = [1, 2, 4, 8];

        Assert.Equal(1.6, Quantiles.Of(sorted, 0.2), 12);
        Assert.Equal(8, Quantiles.Of(sorted, 1));
        Assert.Equal(double.NaN, Quantiles.Of([], 0.5));
    }

    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-0.03, 0.07, "-0.02 0.00 0.02 0.04 0.06")]
    [InlineData(0, 1234567, "0 5e5 1e6")]
    public void Ticks_LinearAxis_StandOnRoundNumbers(double min, double max, string labels) =>
        Assert.Equal(
            labels.Replace("0.00", "0", StringComparison.Ordinal),
            string.Join(' ', Ticks.Of(new Axis { Title = "x", Min = min, Max = max }, max > 100 ? 3 : 6).Select(tick => tick.Label)));

    [Fact]
    public void Ticks_LogAxis_LabelPowersAndMarkBetween()
    {
        IReadOnlyList<Tick> ticks = Ticks.Of(new Axis { Title = "x", Scale = ScaleKind.Log, Min = 1e-3, Max = 1 }, 5);

        Assert.Equal(["0.001", "0.01", "0.1", "1"], ticks.Where(tick => tick.Label.Length > 0).Select(tick => tick.Label));
        Assert.Equal(28, ticks.Count);
    }

    [Fact]
    public void Ticks_WholeNumbers_HaveNoFractions() =>
        Assert.Equal(["0", "1", "2"], Ticks.Of(new Axis { Title = "x", Min = 0, Max = 2, IsWhole = true }, 8).Select(tick => tick.Label));

    [Theory]
    [InlineData(0.00001, "1e-5")]
    [InlineData(0.0412345, "0.04123")]
    [InlineData(1250, "1250")]
    [InlineData(123456, "123456")]
    [InlineData(-2500000, "-2.5e6")]
    [InlineData(0, "0")]
    public void Short_AnyNumber_HasFourDigitsAndAllBeforeThePoint(double value, string text) => Assert.Equal(text, NumberText.Short(value));

    [Fact]
    public void Objective_OneExtremeLoss_IsLeftBeyondTheEnd()
    {
        double[] losses = [.. Enumerable.Range(0, 100).Select(i => -0.5 + (i / 100.0)), 1e9];

        Axis axis = Axes.OfObjective("loss", losses, 1);

        Assert.True(axis.Max < 10);
        Assert.Equal(1, Axes.CountBeyond(axis, losses));
    }

    [Fact]
    public void Objective_ManyDecades_GetsALogScale() =>
        Assert.Equal(ScaleKind.Log, Axes.OfObjective("loss", [.. Enumerable.Range(0, 50).Select(i => Math.Pow(10, i / 10.0))], 1).Scale);

    [Theory]
    [InlineData(-1e308, 1e308)]
    [InlineData(double.MinValue, double.MaxValue)]
    public void ToUnit_HugeRange_StaysFinite(double min, double max)
    {
        AxisScale scale = new(new Axis { Title = "x", Min = min, Max = max });

        Assert.Equal(0.5, scale.ToUnit(0), 12);
        Assert.Equal(1, scale.ToUnit(double.MaxValue));
    }

    [Fact]
    public void OfParameter_FewEquallySpacedValues_HasTicksAtThemAndRoomAtItsEnds()
    {
        Axis axis = Axes.OfParameter(new NumericParameter("size", Law.Uniform, 64, 192, step: 32, isInteger: true), []);

        Assert.Equal([64, 96, 128, 160, 192], axis.TickValues!);
        Assert.Equal((48, 208), (axis.Min, axis.Max));
        Assert.Null(Axes.OfParameter(new NumericParameter("depth", Law.Uniform, 1, 40, isInteger: true), []).TickValues);
    }

    [Fact]
    public void Rounded_AnyNumber_IsTheNumberThatItsDigitsAreReadAs()
    {
        double[] values =
        [
            0,
            1,
            -2.5,
            0.000123456,
            99996,
            123456,
            1e-30,
            7.77777e25,
            -4.44446e-7,
            .. Enumerable.Range(1, 400).Select(i => Math.Exp(i - 200) * 1.23456789),
        ];

        Assert.All(
            values,
            value => Assert.Equal(
                double.Parse(value.ToString("G4", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture),
                NumberText.Rounded(value, 4)));
    }
}
