using Hypermax.Numerics;
using Hypermax.Sampling.Tpe;
using Hypermax.Spaces;

namespace Hypermax.Tests.Sampling.Tpe;

public sealed class UnitKernelTests
{
    private static readonly TpeDimension Continuous = new(new Dimension(new NumericParameter("x", Law.Uniform, 0, 1)));

    [Theory]
    [InlineData(0.5, 0.03)]
    [InlineData(0.0, 0.2)]
    [InlineData(0.99, 0.05)]
    [InlineData(0.4, 1.0)]
    public void LogNormaliser_Continuous_IntegralOfTheShape(double place, double width)
    {
        const int Steps = 200_000;
        double integral = 0;
        for (int i = 0; i < Steps; i++)
        {
            double z = (((i + 0.5) / Steps) - place) / width;
            integral += Math.Exp(-0.5 * z * z) / Steps;
        }

        Assert.Equal(Math.Log(integral), UnitKernel.LogNormaliser(Continuous, place, width), 1e-7);
    }

    [Fact]
    public void LogNormaliser_Grid_SumOverItsCells()
    {
        TpeDimension grid = new(new Dimension(new NumericParameter("n", Law.LogUniform, 1, 20, isInteger: true)));
        double sum = 0;
        for (int level = 0; level < 20; level++)
        {
            double z = (grid.Centres![level] - 0.6) / 0.1;
            sum += grid.Widths![level] * Math.Exp(-0.5 * z * z);
        }

        Assert.Equal(Math.Log(sum), UnitKernel.LogNormaliser(grid, 0.6, 0.1), 1e-9);
    }

    // Quantiles of the standard normal cut at [−2, 3] and [0, 5], from bisection on MathNet's distribution function.
    [Theory]
    [InlineData(0.4, 0.2, 0.25)]
    [InlineData(0.4, 0.2, 0.9)]
    [InlineData(0.0, 0.2, 0.5)]
    [InlineData(1.0, 0.01, 0.001)]
    public void DrawPlace_Share_QuantileOfTheCutNormal(double place, double width, double share)
    {
        double low = MathNet.Numerics.Distributions.Normal.CDF(place, width, 0);
        double high = MathNet.Numerics.Distributions.Normal.CDF(place, width, 1);
        double wanted = low + (share * (high - low));
        (double left, double right) = (0, 1);
        for (int i = 0; i < 100; i++)
        {
            double middle = (left + right) / 2;
            (left, right) = MathNet.Numerics.Distributions.Normal.CDF(place, width, middle) < wanted ? (middle, right) : (left, middle);
        }

        Assert.Equal(left, UnitKernel.DrawPlace(place, width, share), 1e-9);
    }

    [Fact]
    public void Draw_Grid_FrequenciesOfTheKernel()
    {
        TpeDimension grid = new(new Dimension(new NumericParameter("n", Law.Uniform, 1, 5, isInteger: true)));
        double place = grid.Coordinate(2);
        int[] counts = new int[6];
        SeedStream stream = new(3, 0, "draws");
        const int Draws = 20_000;
        for (int i = 0; i < Draws; i++)
        {
            counts[(int)UnitKernel.Draw(grid, place, 0.2, stream)]++;
        }

        double mass = Math.Exp(UnitKernel.LogNormaliser(grid, place, 0.2));
        for (int value = 1; value <= 5; value++)
        {
            double z = (grid.Coordinate(value) - place) / 0.2;
            double expected = 0.2 * Math.Exp(-0.5 * z * z) / mass;
            Assert.InRange((double)counts[value] / Draws, expected - 0.015, expected + 0.015);
        }
    }
}
