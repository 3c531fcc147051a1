using Hypermax.Sampling.GaussianProcess;

namespace Hypermax.Tests.Sampling.GaussianProcess;

public sealed class OutputTransformTests
{
    [Fact]
    public void Of_ShiftedAndScaledLosses_SameValues()
    {
        double[] losses = [3, 1, 4, 1.5, 9, 2.6];

        double[] values = OutputTransform.Of(losses).Values;

        Assert.All(OutputTransform.Of([.. losses.Select(y => (1e6 * y) - 12)]).Values.Zip(values), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        Assert.Equal(0, values.Average(), 1e-12);
        Assert.Equal(1, values.Average(v => v * v), 1e-12);
    }

    [Fact]
    public void Of_OneAstronomicalLoss_OthersKeepTheirDistances()
    {
        double[] values = OutputTransform.Of([1, 2, 3, 1e200]).Values;

        Assert.True(values[1] - values[0] > 0.1);
        Assert.True(values[3] > values[2]);
    }

    [Fact]
    public void Of_FailedTrial_WorstValueWithinTheLimit()
    {
        double[] values = OutputTransform.Of([1, double.NaN, 2, 3]).Values;

        Assert.Equal(values.Max(), values[1]);
    }

    [Fact]
    public void ToLoss_ValueOfALoss_TheLossAgain()
    {
        double[] losses = [-5, 2, 7];
        OutputTransform scale = OutputTransform.Of(losses);

        Assert.All(scale.Values.Zip(losses), pair => Assert.Equal(pair.Second, scale.ToLoss(pair.First), 1e-9));
    }

    [Theory]
    [InlineData(double.MaxValue, double.MinValue)]
    [InlineData(5, 5)]
    [InlineData(double.NaN, double.NaN)]
    public void Of_ExtremeLosses_FiniteValues(double first, double second) =>
        Assert.All(OutputTransform.Of([first, second, first]).Values, value => Assert.True(double.IsFinite(value)));
}
