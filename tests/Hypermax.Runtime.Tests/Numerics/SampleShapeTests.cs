using Hypermax.Numerics;
using MathNet.Numerics.Statistics;

namespace Hypermax.Tests.Numerics;

public sealed class SampleShapeTests
{
    private static readonly double[] Sample = [.. Enumerable.Range(0, 37).Select(i => new SeedStream(1, i, "sample").NextNormal() + (i % 3))];

    [Fact]
    public void Of_Sample_PopulationMomentsOfMathNet()
    {
        SampleShape shape = SampleShape.Of(Sample);

        Assert.Equal(Sample.PopulationStandardDeviation(), shape.Deviation, 12);
        Assert.Equal(Sample.PopulationSkewness(), shape.Skewness, 10);
        Assert.Equal(Sample.PopulationKurtosis(), shape.Kurtosis, 10);
    }

    [Fact]
    public void Of_TwoValues_DefinedAsSciPyDoes()
    {
        SampleShape shape = SampleShape.Of([1, 3]);

        Assert.Equal(new SampleShape(1, 0, -2), shape);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(33.3)]
    [InlineData(50)]
    [InlineData(95)]
    [InlineData(100)]
    public void Percentile_Sample_TypeSevenOfMathNet(double percent)
    {
        double[] sorted = [.. Sample.Order()];

        Assert.Equal(SortedArrayStatistics.QuantileCustom(sorted, percent / 100, QuantileDefinition.R7), SampleShape.Percentile(sorted, percent), 12);
    }
}
