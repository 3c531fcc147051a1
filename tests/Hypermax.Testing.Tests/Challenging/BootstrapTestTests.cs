using Hypermax.Numerics;
using Hypermax.Testing.Challenging;
using Hypermax.Testing.Guarding;

namespace Hypermax.Testing.Tests.Challenging;

public sealed class BootstrapTestTests
{
    [Fact]
    public void PValue_EvenGains_IsAboutThatOfTheTTest()
    {
        double[] gains = [.. Enumerable.Range(-10, 21).Select(i => 2 + (double)i)];

        Assert.Equal(PairedTest.PValue(SampleFigures.Of(gains), 0), BootstrapTest.PValue(gains, 0), 0.02);
    }

    // Many small gains, and now and then a large loss that a few pairs miss.
    [Fact]
    public void PValue_GainsWithRareLosses_IsDoubted()
    {
        double[] gains = [1, 1.1, 0.9, 1.2, 0.8, 1, 1.1, 0.9, 1, 1.2, 0.8, 1, 1.1, 0.9, 1, -1.5, -2, 0.7, 1, 1.1];

        Assert.True(BootstrapTest.PValue(gains, 0) > 3 * PairedTest.PValue(SampleFigures.Of(gains), 0));
    }

    [Fact]
    public void Both_LopsidedGains_ErrLessThanHalfAsOftenAsTheTTest()
    {
        int paired = 0;
        int both = 0;
        for (int run = 0; run < 500; run++)
        {
            SeedStream noise = new(run, 0, "gains");
            double[] gains = [.. Enumerable.Range(0, 20).Select(_ => 1 + Math.Log(noise.NextOpen()))];
            if (PairedTest.PValue(SampleFigures.Of(gains), 0) < 0.01)
            {
                paired++;
                both += BootstrapTest.PValue(gains, 0) < 0.01 ? 1 : 0;
            }
        }

        Assert.InRange(paired, 10, 40);
        Assert.InRange(both, 1, paired * 0.6);
    }

    [Fact]
    public void PValue_TwiceTheSame() => Assert.Equal(BootstrapTest.PValue([1, 2, 4, 3], 0), BootstrapTest.PValue([1, 2, 4, 3], 0));
}
