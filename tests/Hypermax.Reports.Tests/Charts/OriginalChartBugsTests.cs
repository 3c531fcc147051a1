using Hypermax.Analysis;
using Hypermax.Analysis.Correlations;
using Hypermax.Charts;
using Hypermax.Charts.Kinds;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Tests.Charts;

/// <summary>Where the original's charts went wrong, as far as no other test says it; the numbers are those of docs/hypermax.md.</summary>
public sealed class OriginalChartBugsTests
{
    [Fact]
    public void B35_TheWorstTrials_StandInTheChart()
    {
        StudyData data = ChartStudies.Of([(1, [1]), (2, [2]), (10, [3]), (10, [4])]);

        Assert.Equal(4, SingleChart.CreatePlain(data, 0, Measure.Loss(data), 1, "x").Table.RowCount);
    }

    [Theory]
    [InlineData(1.0, 0.1)]
    [InlineData(-5.0, 0.1)]
    [InlineData(0.0, 0.0)]
    public void B38_LossesAroundOneAndBelowZero_HaveCharts(double first, double step)
    {
        StudyData data = ChartStudies.Of([.. Enumerable.Range(0, 9).Select(i => (first + (step * i), (double[])[i]))]);

        Table table = SingleChart.CreatePlain(data, 0, Measure.Loss(data), 1, "x").Table;

        Assert.Equal(9, table.RowCount);
        Assert.Equal(first, table["loss"][0]);
    }

    [Fact]
    public void B37_TheLargestValue_FallsIntoTheLastCell()
    {
        SearchSpace space = new("S", [new NumericParameter("a", Law.LogUniform, 5, 75), new NumericParameter("b", Law.LogUniform, 5, 75)]);
        StudyData data = ChartStudies.Of([.. Enumerable.Range(0, 12).Select(i => ((double)i, (double[])[5 + i, 5 + i])), (-1, [75, 75])], space);

        Table table = MatrixChart.CreateGlobal(new PairCells(data, 0, 1, Measure.Loss(data), 1), Reduction.Min, "x").Table;

        Assert.Equal(13, table["trials"].Values.ToArray().Sum());
        Assert.Equal(-1, table["loss"].Values.ToArray().Min());
    }

    [Theory]
    [InlineData("B39 conditional parameters", "Booster.LearningRate")]
    [InlineData("B45 choices", "Criterion")]
    [InlineData("B45 booleans", "Bootstrap")]
    [InlineData("B45 branches", "Booster")]
    public void Parameters_OfEveryKind_HaveCharts(string bug, string parameter)
    {
        Assert.NotEmpty(bug);
        IReadOnlyList<ChartPlan> plans = ChartCatalogue.List(new StudyAnalysis(ChartStudies.Forest(60)));

        Assert.Contains(plans, plan => plan.Name.Contains(parameter, StringComparison.Ordinal) && plan.Name.Contains("bucketed", StringComparison.Ordinal));
    }

    [Fact]
    public void B44_Trends_HaveNamesDifferAndFollowALogarithmicAxis()
    {
        // The loss falls by 1 for every factor of 10.
        SearchSpace space = new("S", [new NumericParameter("x", Law.LogUniform, 1e-4, 1)]);
        StudyData data = ChartStudies.Of([.. Enumerable.Range(0, 5).Select(i => (9.0 - i, (double[])[Math.Pow(10, i - 4)]))], space);

        Chart chart = SingleChart.CreatePlain(data, 0, Measure.Loss(data), 1, "x");

        LineLayer[] trends = [.. chart.Spec.Layers.OfType<LineLayer>()];
        Assert.Equal(2, trends.Length);
        Assert.All(trends, trend => Assert.NotEmpty(trend.Label!));
        Assert.NotEqual(trends[0].Label, trends[1].Label);
        Assert.NotEqual(trends[0].Role, trends[1].Role);
        Assert.Equal([9.0, 8, 7, 6, 5], chart.Table["linear_trend"].Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void B40_NormalParametersWithoutBounds_HaveCharts()
    {
        SearchSpace space = new("S", [new NumericParameter("x", Law.Normal, double.NegativeInfinity, double.PositiveInfinity, mean: 0, deviation: 1)]);
        StudyData data = ChartStudies.Of(space, 40, vector => vector[0] * vector[0]);

        foreach (ChartPlan plan in ChartCatalogue.List(new StudyAnalysis(data)))
        {
            Assert.NotEmpty(plan.Make().Spec.Title);
        }

        Assert.Contains(ChartCatalogue.List(new StudyAnalysis(data)), plan => plan.Name.Contains("bucketed", StringComparison.Ordinal));
    }

    [Fact]
    public void B41_EdgesOfSteps_Rise()
    {
        SearchSpace space = new("S", [new NumericParameter("x", Law.Uniform, 0, 100, step: 10)]);
        StudyData data = ChartStudies.Of([(3, [30]), (2, [40]), (1, [90])], space);

        IReadOnlyList<double> edges = Buckets.Of(space.Parameters[0], [.. data.Complete.Select(trial => trial.Point[0])], 20).Edges;

        Assert.Equal(edges.Order(), edges);
    }

    [Fact]
    public void B43_Correlations_OfInactiveParameters_AreMeasuredOverTheTrialsThatHaveThem()
    {
        Table table = CorrelationTable.Create(ChartStudies.Forest(60));

        Assert.Equal(
            ["field", "loss", "Trees", "FeatureFraction", "Criterion", "Bootstrap", "Booster", "Booster.LearningRate"],
            table.Columns.Select(column => column.Name));
        Assert.InRange(table["Booster.LearningRate"][0], -1, 1);
    }
}
