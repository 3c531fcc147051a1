using FsCheck;
using FsCheck.Fluent;
using Hypermax.Fronts;

namespace Hypermax.Tests.Fronts;

public sealed class BoxDecompositionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ImprovementBy_AnyPoint_WhatTheHypervolumeGrowsBy(int objectives)
    {
        double[] reference = [.. Enumerable.Repeat(1.0, objectives)];
        Prop.ForAll(
            HypervolumeTests.Tables(objectives, mostPoints: 12),
            HypervolumeTests.Tables(objectives, mostPoints: 1),
            (table, added) =>
            {
                LossTable with = new([.. Enumerable.Range(0, table.Count).SelectMany(row => table[row].ToArray()), .. added[0].ToArray()], objectives);
                double growth = Hypervolume.Of(with, reference) - Hypervolume.Of(table, reference);
                return Math.Abs(growth - new BoxDecomposition(table, reference).ImprovementBy(added[0])) < 1e-9;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Count_ThreeLosses_AtMostTwoBoxesAPointAndOne() => Prop.ForAll(
        HypervolumeTests.Tables(3, mostPoints: 30),
        table => new BoxDecomposition(table, [2, 2, 2]).Count <= (2 * NonDominatedSort.FirstFront(table).Length) + 1).QuickCheckThrowOnFailure();

    [Fact]
    public void ImprovementBy_NoPoints_TheWholeBox() =>
        Assert.Equal(0.125, new BoxDecomposition(new LossTable([], 3), [1, 1, 1]).ImprovementBy([0.5, 0.5, 0.5]), 1e-12);
}
