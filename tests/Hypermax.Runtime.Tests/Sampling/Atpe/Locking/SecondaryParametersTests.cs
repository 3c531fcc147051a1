using Hypermax.Sampling.Atpe.Locking;

namespace Hypermax.Tests.Sampling.Atpe.Locking;

public sealed class SecondaryParametersTests
{
    private static readonly double[] Weights = [0.1, 0.2, 0.7];

    [Theory]
    [InlineData(-1, false, true, true)]
    [InlineData(-0.5, false, false, false)]
    [InlineData(0, false, false, false)]
    [InlineData(0.5, true, true, false)]
    [InlineData(1, true, true, false)]
    public void Of_Cutoff_WhoHasLessThanThatShareLeft(double cutoff, bool first, bool second, bool third) =>
        Assert.Equal([first, second, third], SecondaryParameters.Of(Weights, cutoff));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Of_NothingDepends_NothingSecondary(double cutoff) => Assert.Equal([false, false], SecondaryParameters.Of([0, 0], cutoff));

    [Fact]
    public void Of_EqualWeights_InTheirOwnOrder() => Assert.Equal([false, true, true], SecondaryParameters.Of([0.3, 0.3, 0.3], 0.9));
}
