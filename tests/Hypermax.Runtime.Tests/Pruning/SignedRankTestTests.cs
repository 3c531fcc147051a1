using Hypermax.Pruning;

namespace Hypermax.Tests.Pruning;

public class SignedRankTestTests
{
    // All sums of signed ranks written out: of 2^n, those with at least as much on the positive side.
    [Theory]
    [InlineData(new[] { 1.0, 2, 3 }, 1.0 / 8)]
    [InlineData(new[] { -1.0, 2, 3 }, 2.0 / 8)]
    [InlineData(new[] { -1.0, -2, -3 }, 1.0)]
    [InlineData(new[] { 2.0, 2, -2 }, 4.0 / 8)] // Ties share rank 2: at least 4 of 6 is at least two of three.
    [InlineData(new[] { 0.0, 0, 0 }, 0.5)]
    [InlineData(new[] { 0.0, 1, 2 }, 1.0 / 4)] // The zero counts half for either side, whatever the others do.
    public void ProbabilityOfGreater_FewDifferences_CountsSigns(double[] differences, double expected) =>
        Assert.Equal(expected, SignedRankTest.ProbabilityOfGreater(differences), 12);

    [Fact]
    public void ProbabilityOfGreater_AroundTheChangeOfForm_StaysTheSame()
    {
        // The same kind of sample, one exact and one normal.
        double exact = SignedRankTest.ProbabilityOfGreater([.. Enumerable.Range(1, 30).Select(i => i % 3 == 0 ? -i : (double)i)]);
        double normal = SignedRankTest.ProbabilityOfGreater([.. Enumerable.Range(1, 33).Select(i => i % 3 == 0 ? -i : (double)i)]);

        Assert.InRange(normal, exact * 0.6, exact);
    }
}
