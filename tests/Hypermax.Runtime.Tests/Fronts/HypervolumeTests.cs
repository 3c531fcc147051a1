using FsCheck;
using FsCheck.Fluent;
using Hypermax.Fronts;

namespace Hypermax.Tests.Fronts;

public sealed class HypervolumeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void Of_AnyPoints_WhatInclusionAndExclusionOfTheirBoxesGive(int objectives) => Prop.ForAll(
        Tables(objectives, mostPoints: 7),
        table => Math.Abs(Hypervolume.Of(table, Ones(objectives)) - ByInclusion(table)) < 1e-9).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_RowsInAnotherOrder_TheSame(int objectives) => Prop.ForAll(
        Tables(objectives, mostPoints: 12),
        table =>
        {
            LossTable reversed = table.Select([.. Enumerable.Range(0, table.Count).Reverse()]);
            return Math.Abs(Hypervolume.Of(table, Ones(objectives)) - Hypervolume.Of(reversed, Ones(objectives))) < 1e-12;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Contributions_AnyPoints_WhatIsLostWithoutEach(int objectives) => Prop.ForAll(
        Tables(objectives, mostPoints: 6),
        table =>
        {
            double[] reference = Ones(objectives);
            double whole = Hypervolume.Of(table, reference);
            double[] contributions = Hypervolume.Contributions(table, reference);
            LossTable Without(int row) => table.Select([.. Enumerable.Range(0, table.Count).Where(other => other != row)]);
            return Enumerable.Range(0, table.Count).All(row => Math.Abs(whole - Hypervolume.Of(Without(row), reference) - contributions[row]) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_PointsBeyondTheReference_AddNothing() =>
        Assert.Equal(0.25, Hypervolume.Of(new LossTable([0.5, 0.5, 0.1, 1.0, 2.0, 0.0], 2), [1, 1]));

    [Fact]
    public void Of_NoPoints_Nothing() => Assert.Equal(0, Hypervolume.Of(new LossTable([], 3), [1, 1, 1]));

    // Values on a coarse grid, so that equals and points beyond the reference come up.
    internal static Arbitrary<LossTable> Tables(int objectives, int mostPoints) => Arb.From(
        from points in Gen.Choose(1, mostPoints)
        from values in Gen.ArrayOf(Gen.Choose(0, 11), points * objectives)
        select new LossTable([.. values.Select(value => value / 10.0)], objectives));

    private static double[] Ones(int objectives) => [.. Enumerable.Repeat(1.0, objectives)];

    private static double ByInclusion(LossTable table)
    {
        double sum = 0;
        for (int subset = 1; subset < 1 << table.Count; subset++)
        {
            double box = 1;
            for (int i = 0; i < table.Objectives; i++)
            {
                double corner = Enumerable.Range(0, table.Count).Where(row => (subset >> row & 1) == 1).Max(row => table[row][i]);
                box *= Math.Max(0, 1 - corner);
            }

            sum += System.Numerics.BitOperations.PopCount((uint)subset) % 2 == 1 ? box : -box;
        }

        return sum;
    }
}
