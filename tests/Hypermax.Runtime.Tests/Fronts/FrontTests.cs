using FsCheck;
using FsCheck.Fluent;
using Hypermax.Fronts;

namespace Hypermax.Tests.Fronts;

public sealed class FrontTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void RanksOf_AnyPoints_ThoseOfPeelingOneFrontAfterTheOther(int objectives) => Prop.ForAll(
        HypervolumeTests.Tables(objectives, mostPoints: 30),
        table => NonDominatedSort.RanksOf(table).SequenceEqual(ByPeeling(table))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void FirstFront_RowsInAnotherOrder_TheSamePoints(int objectives) => Prop.ForAll(
        HypervolumeTests.Tables(objectives, mostPoints: 30),
        table =>
        {
            int[] reversed = NonDominatedSort.FirstFront(table.Select([.. Enumerable.Range(0, table.Count).Reverse()]));
            return NonDominatedSort.FirstFront(table).SequenceEqual(reversed.Select(row => table.Count - 1 - row).Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CrowdingDistance_FourPointsOnALine_ByHand()
    {
        double[] distances = CrowdingDistance.Of(new LossTable([0, 10, 1, 9, 4, 6, 10, 0], 2));

        Assert.Equal([double.PositiveInfinity, 0.8, 1.8, double.PositiveInfinity], distances.Select(distance => Math.Round(distance, 12)));
    }

    [Theory]
    [InlineData(new double[] { 0, 10, 1, 1, 10, 0 }, 1)]
    [InlineData(new double[] { 5, 5 }, 0)]
    [InlineData(new double[] { 0, 1, 1, 0 }, 0)]
    [InlineData(new double[] { 1, 1, 1, 1 }, 0)]
    [InlineData(new double[0], -1)]
    public void Knee_SmallFronts_FarthestBelowTheLineOfItsEnds(double[] losses, int expected) => Assert.Equal(expected, Knee.Of(new LossTable(losses, 2)));

    private static int[] ByPeeling(LossTable table)
    {
        int[] ranks = new int[table.Count];
        List<int> left = [.. Enumerable.Range(0, table.Count)];
        for (int rank = 0; left.Count > 0; rank++)
        {
            int[] front = [.. left.Where(row => !left.Exists(other => Dominance.Dominates(table[other], table[row])))];
            foreach (int row in front)
            {
                ranks[row] = rank;
                left.Remove(row);
            }
        }

        return ranks;
    }
}
