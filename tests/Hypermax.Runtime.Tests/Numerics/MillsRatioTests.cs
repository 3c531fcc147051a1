using Hypermax.Numerics;

namespace Hypermax.Tests.Numerics;

public sealed class MillsRatioTests
{
    // (1 − Φ(t))/φ(t) = √(π/2)·erfcx(t/√2), computed with SciPy.
    [Theory]
    [InlineData(-1, 3.4770518117036935)]
    [InlineData(0, 1.2533141373155001)]
    [InlineData(1, 0.6556795424187984)]
    [InlineData(1.999, 0.42152654426936154)]
    [InlineData(2, 0.4213692292880546)]
    [InlineData(5, 0.19280810471531573)]
    [InlineData(30, 0.03329641907249722)]
    [InlineData(1000, 0.000999999000002999985)]
    public void Of_KnownPlaces_KnownValues(double t, double expected) =>
        Assert.Equal(1, MillsRatio.Of(t) / expected, 1e-12);

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(-0.99)]
    [InlineData(-1.01)]
    [InlineData(-5)]
    [InlineData(-29.9)]
    [InlineData(-30.1)]
    [InlineData(-1e4)]
    public void LogImprovement_AnyPlace_SlopeIsTheDifferenceQuotient(double z)
    {
        double h = 1e-5 * Math.Max(1, Math.Abs(z));
        double quotient = (MillsRatio.LogImprovement(z + h).Log - MillsRatio.LogImprovement(z - h).Log) / (2 * h);

        Assert.Equal(1, MillsRatio.LogImprovement(z).Slope / quotient, 1e-5);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-30)]
    public void LogImprovement_WhereTheFormChanges_NoStep(double z) =>
        Assert.Equal(MillsRatio.LogImprovement(z - 1e-9).Log, MillsRatio.LogImprovement(z + 1e-9).Log, 1e-7);

    [Fact]
    public void LogImprovement_ModerateZ_LogarithmOfTheIntegral()
    {
        // E[max(0, z − Z)] by the trapezoidal rule.
        const double z = 0.4;
        double sum = 0;
        for (double x = -12; x < z; x += 1e-4)
        {
            sum += (z - x) * Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI) * 1e-4;
        }

        Assert.Equal(Math.Log(sum), MillsRatio.LogImprovement(z).Log, 1e-6);
    }
}
