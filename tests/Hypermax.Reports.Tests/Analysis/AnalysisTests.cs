using Hypermax.Analysis;
using Hypermax.Analysis.Correlations;
using Hypermax.Analysis.Surfaces;
using Hypermax.Analysis.Trends;
using Hypermax.Reports;
using Hypermax.Tables;
using Hypermax.Tests.Charts;

namespace Hypermax.Tests.Analysis;

/// <summary>The numbers of the analysis against numbers worked out by hand.</summary>
public sealed class AnalysisTests
{
    [Fact]
    public void Ranks_EqualValues_ShareTheMean() => Assert.Equal([2.5, 1, 4, 2.5], Ranks.Of([7, 1, 9, 7]));

    [Fact]
    public void Association_TwoOrders_IsSpearman()
    {
        // Pearson's correlation of the ranks 1 2 3 4 5 and 1 2 3.5 5 3.5: 8 / sqrt(10 · 9.5).
        Association association = Associations.Measure([1, 2, 3, 4, 5], true, [5, 6, 7, 8, 7], true);

        Assert.Equal(AssociationKind.Spearman, association.Kind);
        Assert.Equal(8 / Math.Sqrt(95), association.Value, 12);
    }

    [Fact]
    public void Association_ChoicesAndNumbers_IsTheRankRatio() =>
        Assert.Equal(Math.Sqrt(13.5 / 17.5), Associations.Measure([0, 0, 0, 1, 1, 1], false, [1, 2, 3, 4, 5, 6], true).Value, 12);

    [Fact]
    public void Association_ChoicesThatDecideEachOther_IsOne() =>
        Assert.Equal(1, Associations.Measure([0, 1, 2, 0, 1, 2], false, [2, 0, 1, 2, 0, 1], false).Value, 12);

    [Fact]
    public void Association_InactiveRows_AreLeftOut()
    {
        Association association = Associations.Measure([1, double.NaN, 2, 3], true, [4, 9, 5, 6], true);

        Assert.Equal(1, association.Value, 12);
        Assert.Equal(3, association.Count);
    }

    [Fact]
    public void Correlations_ConstantParameter_IsEmptyNotAnError()
    {
        Table table = CorrelationTable.Create(ChartStudies.Of([(1, [5, 1]), (2, [5, 2]), (3, [5, 3])]));

        Assert.Equal(double.NaN, table["pa"][0]);
        Assert.Equal(1, table["pb"][0], 12);
    }

    [Fact]
    public void HypermaxCorrelations_TwoNumbers_AreScaledToTwenty()
    {
        // loss = 3·pa − pb exactly, so the diagonal is 20·(3, −1) / 4; the only pair spans the whole range.
        StudyData data = ChartStudies.Of([(3, [1, 0]), (5, [2, 1]), (4, [2, 2]), (14, [5, 1])]);

        Table table = HypermaxCorrelations.Create(data);

        Assert.Equal(["root.pa.number", "root.pb.number"], table.Columns.Skip(1).Select(column => column.Name));
        Assert.Equal(15, table["root.pa.number"][0], 6);
        Assert.Equal(-5, table["root.pb.number"][1], 6);
        Assert.Equal(20, Math.Abs(table["root.pa.number"][1]), 6);
    }

    [Fact]
    public void HypermaxCorrelations_TextChoices_HaveAColumnForEachValueSeen()
    {
        Table table = HypermaxCorrelations.Create(ChartStudies.Forest());

        Assert.Contains("root.Criterion.class.gini", table.Columns.Select(column => column.Name));
        Assert.All(table.Columns.Skip(1), column => Assert.DoesNotContain(double.NaN, column.Values.ToArray()));
    }

    [Fact]
    public void Buckets_LogNumbers_HaveEdgesByFormula()
    {
        NumericParameter parameter = new("x", Law.LogUniform, 5, 75);

        Buckets buckets = Buckets.Of(parameter, [5, 6.1, 33.3, 75], 10);

        Assert.All(Enumerable.Range(0, 11), j => Assert.Equal(5 * Math.Pow(15, j / 10.0), buckets.Edges[j], 9));
        Assert.Equal((0, 9), (buckets.IndexOf(5), buckets.IndexOf(75)));
        Assert.Equal(75, buckets.Edges[10]);
    }

    [Fact]
    public void Buckets_EdgeValues_BelongToTheLowerBucket()
    {
        Buckets buckets = Buckets.Of(new NumericParameter("x", Law.Uniform, 0, 10), [0, 10], 10);

        Assert.Equal([0, 0, 1, 9], [buckets.IndexOf(0), buckets.IndexOf(1), buckets.IndexOf(1.0000001), buckets.IndexOf(10)]);
    }

    [Fact]
    public void Buckets_FewWholeNumbers_HaveOneEach()
    {
        Buckets buckets = Buckets.Of(new NumericParameter("x", Law.Uniform, 1, 9, isInteger: true), [2, 9, 4], 10);

        Assert.Equal(["2", "3", "4", "5", "6", "7", "8", "9"], buckets.Labels!);
        Assert.Equal(2, buckets.IndexOf(4));
    }

    [Fact]
    public void LinearTrend_ThreePoints_IsLeastSquares()
    {
        LinearTrend line = LinearTrend.Fit([0, 1, 2], [1, 3, 2])!.Value;

        Assert.Equal((0.5, 1.5), (line.Slope, line.Intercept));
        Assert.Null(LinearTrend.Fit([1, 1, 1], [1, 2, 3]));
    }

    [Theory]
    [InlineData(2, 0.7, -1)]
    [InlineData(-3, 0.05, 10)]
    [InlineData(0.5, -0.4, 0)]
    public void ExponentialTrend_ExactData_IsRecovered(double scale, double rate, double offset)
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => i / 2.0)];

        ExponentialTrend curve = ExponentialTrend.Fit(x, [.. x.Select(place => (scale * Math.Exp(-rate * place)) + offset)])!.Value;

        Assert.Equal(rate, curve.Rate, 2);
        Assert.All(x, place => Assert.Equal((scale * Math.Exp(-rate * place)) + offset, curve.At(place), 2));
    }

    [Fact]
    public void ContourLines_APlane_AreStraightAndJoined()
    {
        double[] grid = [.. from y in Enumerable.Range(0, 8) from x in Enumerable.Range(0, 8) select x + 0.0];

        ContourLine line = Assert.Single(ContourLines.Trace(grid, 8, 3.25));

        Assert.Equal(8, line.Places.Count);
        Assert.All(line.Places, place => Assert.Equal((3.25 + 0.5) / 8, place.X, 12));
    }

    [Fact]
    public void ContourLines_AHill_AreClosed()
    {
        double[] grid = [.. from y in Enumerable.Range(0, 16) from x in Enumerable.Range(0, 16) select -Math.Pow(x - 7.5, 2) - Math.Pow(y - 7.5, 2)];

        ContourLine line = Assert.Single(ContourLines.Trace(grid, 16, -20));

        Assert.Equal(line.Places[0], line.Places[^1]);
    }

    [Fact]
    public void KernelSurface_OneValueEverywhere_IsThatValue() =>
        Assert.All(KernelSurface.Compute([0.1, 0.9, 0.5], [0.2, 0.8, 0.5], [4, 4, 4], 8), value => Assert.Equal(4, value, 9));

    [Fact]
    public void Repeated_PointsOfSeveralTrials_HaveTheirTrialsInOrder()
    {
        StudyData data = ChartStudies.Of([(1, [5, double.NaN]), (2, [6, 1]), (3, [5, double.NaN]), (4, [7, 1]), (5, [6, 1]), (6, [5, double.NaN])]);

        Assert.Equal([[0, 2, 5], [1, 4]], Hypermax.Analysis.Findings.Points.Repeated(data.Trials));
    }
}
