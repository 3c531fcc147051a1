using Hypermax.Numerics;
using Hypermax.Testing.Guarding;

namespace Hypermax.Testing.Tests.Guarding;

public sealed class PermutationTestTests
{
    // All 126 ways to deal nine values out, counted one by one.
    [Theory]
    [InlineData(new[] { 1, 2, 4, 8.0 }, new[] { 3, 9, 10, 12, 13.0 }, 0)]
    [InlineData(new[] { 1, 2, 4, 8.0 }, new[] { 3, 9, 10, 12, 13.0 }, 4)]
    [InlineData(new[] { 5, 7, 8, 9.0 }, new[] { 4, 5, 5.5, 6, 8.5 }, 0)]
    public void PValue_FewValues_IsThePartOfAllWaysThatAreAsBad(double[] first, double[] second, double margin)
    {
        double[] all = [.. first, .. second.Select(value => value - margin)];
        int ways = 0;
        int asBad = 0;
        for (int chosen = 0; chosen < 1 << all.Length; chosen++)
        {
            if (int.PopCount(chosen) == first.Length)
            {
                ways++;
                asBad += Welch(all, chosen) >= Welch(all, (1 << first.Length) - 1) - 1e-9 ? 1 : 0;
            }
        }

        Assert.Equal((double)asBad / ways, PermutationTest.PValue(first, second, margin), 0.015);
    }

    [Theory]
    [InlineData(10, 20, 0.01, true)]
    [InlineData(2, 8, 0.01, false)]
    [InlineData(2, 20, 0.01, true)]
    [InlineData(0, 20, 0.2, false)]
    [InlineData(10, 20, 0.0001, false)]
    public void CanReach_DependsOnTheWaysThereAre(int first, int second, double rate, bool expected) =>
        Assert.Equal(expected, PermutationTest.CanReach(rate, first, second));

    [Fact]
    public void PValue_ValuesThatAllAgree_SaysNothing() => Assert.Equal(1, PermutationTest.PValue([2, 2, 2], [2, 2, 2], margin: 0));

    // Ten recorded values and twenty of today, from one exponential law: its low means come with low spreads, which the t test takes for certainty.
    [Fact]
    public void Both_LopsidedNoise_ErrNoMoreOftenThanStatedWhereWelchAloneDoes()
    {
        int welch = 0;
        int both = 0;
        for (int run = 0; run < 1000; run++)
        {
            SeedStream noise = new(run, 0, "lopsided");
            double[] then = [.. Enumerable.Range(0, 10).Select(_ => -Math.Log(noise.NextOpen()))];
            double[] now = [.. Enumerable.Range(0, 20).Select(_ => -Math.Log(noise.NextOpen()))];
            if (WelchTest.Of(SampleFigures.Of(then), SampleFigures.Of(now)).PValue(0) < 0.01)
            {
                welch++;
                both += PermutationTest.PValue(then, now, 0) < 0.01 ? 1 : 0;
            }
        }

        Assert.InRange(welch, 13, 30);
        Assert.InRange(both, 1, 12);
    }

    private static double Welch(double[] all, int chosen)
    {
        double[] first = [.. all.Where((_, i) => (chosen & (1 << i)) != 0)];
        double[] second = [.. all.Where((_, i) => (chosen & (1 << i)) == 0)];
        WelchTest test = WelchTest.Of(SampleFigures.Of(first), SampleFigures.Of(second));
        return test.Difference / test.StandardError;
    }
}
