using Hypermax.Numerics;

namespace Hypermax.Tests.Numerics;

public sealed class SeedStreamTests
{
    [Fact]
    public void NextBits_SameKey_SameDraws()
    {
        SeedStream first = new(7, 3, "tpe");
        SeedStream second = new(7, 3, "tpe");

        Assert.Equal(Enumerable.Range(0, 100).Select(_ => first.NextBits()), Enumerable.Range(0, 100).Select(_ => second.NextBits()));
    }

    [Theory]
    [InlineData(8, 3, "tpe")]
    [InlineData(7, 4, "tpe")]
    [InlineData(7, 3, "gp")]
    public void NextBits_AnyPartOfTheKeyDiffers_OtherDraws(long seed, int trial, string purpose)
    {
        SeedStream first = new(7, 3, "tpe");
        SeedStream second = new(seed, trial, purpose);

        Assert.DoesNotContain(Enumerable.Range(0, 100), _ => first.NextBits() == second.NextBits());
    }

    [Fact]
    public void NextBits_KnownKey_KnownDraws()
    {
        SeedStream stream = new(1, 0, "golden");

        TestSupport.Golden.Verify(string.Join('\n', Enumerable.Range(0, 8).Select(_ => stream.NextBits().ToString("x16"))));
    }

    [Fact]
    public void NextInt_ManyDraws_AllValuesEquallyOften()
    {
        SeedStream stream = new(5, 0, "int");
        int[] counts = new int[7];

        for (int i = 0; i < 70_000; i++)
        {
            counts[stream.NextInt(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void NextNormal_ManyDraws_MeanZeroVarianceOne()
    {
        SeedStream stream = new(5, 0, "normal");

        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => stream.NextNormal())];

        Assert.InRange(draws.Average(), -0.015, 0.015);
        Assert.InRange(draws.Average(x => x * x), 0.98, 1.02);
    }
}
