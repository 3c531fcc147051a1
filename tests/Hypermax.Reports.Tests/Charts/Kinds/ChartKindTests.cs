using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Charts.Kinds;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Tests.Charts.Kinds;

/// <summary>The numbers of charts against numbers worked out by hand.</summary>
public sealed class ChartKindTests
{
    [Fact]
    public void History_Minimised_BestNeverRises()
    {
        Chart chart = HistoryChart.Create(ChartStudies.Of([(3, [1]), (-1, [2]), (2, [3]), (-4, [4])]));

        Assert.Equal([3, -1, -1, -4], chart.Table["best"].Values.ToArray());
    }

    [Fact]
    public void History_Maximised_BestNeverFalls()
    {
        StudyData data = new(
            StudySamples.Header("m", ChartStudies.Plain(1), Direction.Maximize),
            [StudySamples.Trial(0, 0.2, 1), StudySamples.Trial(1, 0.1, 2), StudySamples.Trial(2, 0.7, 3)]);

        Chart chart = HistoryChart.Create(data);

        Assert.Equal([0.2, 0.2, 0.7], chart.Table["best"].Values.ToArray());
        Assert.Equal("value", chart.Spec.Y!.Title);
    }

    [Fact]
    public void Distribution_FourTrials_RisesByQuarters()
    {
        Chart chart = DistributionChart.Create(ChartStudies.Of([(3, [1]), (1, [2]), (2, [3]), (9, [4])]));

        Assert.Equal([1, 2, 3, 9], chart.Table["loss"].Values.ToArray());
        Assert.Equal([0.25, 0.5, 0.75, 1], chart.Table["share"].Values.ToArray());
    }

    [Fact]
    public void Single_Plain_ShowsMeansOfEqualValuesAndDropsNone()
    {
        StudyData data = ChartStudies.Of([(1, [2]), (3, [2]), (-7, [5]), (10, [9])]);

        Table table = SingleChart.CreatePlain(data, 0, Measure.Loss(data), 1, "x").Table;

        Assert.Equal([2, 5, 9], table["pa"].Values.ToArray());
        Assert.Equal([2, -7, 10], table["loss"].Values.ToArray());
        Assert.Equal([2, 1, 1], table["trials"].Values.ToArray());

        // Least squares through (2, 2), (5, -7), (9, 10): slope 97/74.
        Assert.Equal((5 / 3.0) + (97.0 / 74 * (2 - (16 / 3.0))), table["linear_trend"][0], 8);
    }

    [Fact]
    public void Single_TopTenPercent_IsOfTrialsNotOfValues()
    {
        StudyData data = ChartStudies.Of([.. Enumerable.Range(0, 30).Select(i => ((double)i, (double[])[i < 27 ? 1 : i / 4.0]))]);

        Table table = SingleChart.CreatePlain(data, 0, Measure.Loss(data), 0.1, "x").Table;

        Assert.Equal([1], table["pa"].Values.ToArray());
        Assert.Equal(3, table["trials"].Values.ToArray().Sum());
        Assert.Equal(1, table["loss"][0]);
    }

    [Fact]
    public void Single_Bucketed_HasMeanMedianAndBest()
    {
        StudyData data = ChartStudies.Of([(1, [0]), (2, [0.4]), (9, [0.2]), (5, [10])]);

        Table table = SingleChart.CreateBucketed(data, 0, Measure.Loss(data), 1, "x").Table;

        Assert.Equal([4, 5], table["mean"].Values.ToArray());
        Assert.Equal([2, 5], table["median"].Values.ToArray());
        Assert.Equal([1, 5], table["min"].Values.ToArray());
        Assert.Equal([0.25, 9.75], table["pa"].Values.ToArray());
    }

    [Fact]
    public void Matrix_EveryTrial_FallsIntoACellAndEmptyCellsTakeTheNearest()
    {
        StudyData data = ChartStudies.Of([(1, [0, 0]), (3, [0, 0]), (8, [10, 10])]);

        Table table = MatrixChart.CreateGlobal(new PairCells(data, 0, 1, Measure.Loss(data), 1), Reduction.Mean, "x").Table;

        Assert.Equal(100, table.RowCount);
        Assert.Equal(3, table["trials"].Values.ToArray().Sum());
        Assert.Equal(2, table["loss"][0]);
        Assert.Equal(8, table["loss"][99]);
        Assert.Equal(5, table["loss"][9]);
        Assert.Equal(2, table["loss"][11]);
        Assert.Equal("2", table["text"].Text(0));
        Assert.Equal(string.Empty, table["text"].Text(1));
    }

    [Fact]
    public void Matrix_ColourStops_ArePercentilesOfAllCells()
    {
        StudyData data = ChartStudies.Of([
            .. from x in Enumerable.Range(0, 10) from y in Enumerable.Range(0, 10) select ((double)((10 * y) + x), (double[])[x / 0.9, y / 0.9]),
        ]);

        ColorScale colors = MatrixChart.CreateGlobal(new PairCells(data, 0, 1, Measure.Loss(data), 1), Reduction.Min, "x").Spec.Colors!;

        double[] expected = [4.95, 19.8, 39.6, 89.1];
        Assert.All(colors.Stops.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Value, 9));
        Assert.Equal(["#4d4dff", "#00ff00", "#ffff00", "#ff0000"], colors.Stops.Select(stop => stop.Color.ToString()));
    }

    [Fact]
    public void RowRanks_RowsOfThree_AreSharesThatAreBetter() =>
        Assert.Equal([2 / 3.0, 0, 1 / 3.0, 0.5, 0.5, 0.5, 0, 0, 2 / 3.0], MatrixChart.RowRanks([3, 1, 2, 7, 7, 7, 4, 4, 9], 3));

    [Fact]
    public void Scatter_SamePlace_MergesIntoItsBestAndTheBestIsLargest()
    {
        StudyData data = ChartStudies.Of([(5, [1, 1]), (2, [1, 1]), (9, [2, 2]), (7, [3, 3])]);

        Table table = ScatterChart.CreateBySize(data, 0, 1, 1, "x").Table;

        Assert.Equal([9, 7, 2], table["loss"].Values.ToArray());
        Assert.Equal(Math.Sqrt(35) / 2 * 4 / 3, table["radius"][2], 9);
        Assert.Equal(Math.Sqrt(10) / 2 * 4 / 3, table["radius"][0], 9);
    }

    [Fact]
    public void Pareto_TwoObjectives_MarksUnbeatenTrials()
    {
        SearchSpace space = ChartStudies.Plain(1);
        TrialRecord Trial(int number, double a, double b) =>
            StudySamples.Trial(number, a, number) with { Outcome = TrialOutcome.Of(a) with { Values = [a, b] } };
        StudyData data = new(
            StudySamples.Header("p", space, Direction.Minimize, Direction.Maximize), [Trial(0, 1, 1), Trial(1, 2, 5), Trial(2, 3, 4), Trial(3, 1, 0.5)]);

        Chart chart = ParetoChart.Create(data, 0, 1);

        Assert.Equal([1, 1, 0, 0], chart.Table["on_front"].Values.ToArray());
        Assert.Equal([0, 1], chart.Parts["front"]["trial"].Values.ToArray());
    }

    [Fact]
    public void Slice_ConditionalParameter_ShowsOnlyTrialsThatHaveIt()
    {
        StudyData data = ChartStudies.Forest();

        Table table = SliceChart.Create(data, 5, "x").Table;

        Assert.Equal(data.Complete.Count(trial => trial.Point[4] == 1), table.RowCount);
        Assert.DoesNotContain(double.NaN, table["Booster.LearningRate"].Values.ToArray());
    }

    [Fact]
    public void Failures_AlongAParameter_CountEachBucket()
    {
        SearchSpace space = new("s", [new CategoricalParameter("kind", ["a", "b"])]);
        StudyData data = new(
            StudySamples.Header("f", space),
            [
                .. Enumerable.Range(0, 8)
                    .Select(i => StudySamples.Trial(i, i, i % 2))
                    .Select(
                        trial => trial.Number is 1 or 3
                            ? trial with { State = TrialState.Failed, Outcome = TrialOutcome.Fail(FailureKind.Memory, "m") }
                            : trial),
            ]);

        Table table = FailuresChart.CreateAlong(data, 0, "x").Table;

        Assert.Equal([0, 0.5], table["share"].Values.ToArray());
        Assert.Equal("2/4", table["text"].Text(1));
    }

    [Fact]
    public void Parallel_ManyTrials_KeepsTheBestTenthAndASample()
    {
        StudyData data = ChartStudies.Of(ChartStudies.Plain(2), 3000, vector => vector[0]);

        Chart chart = ParallelChart.Create(new StudyAnalysis(data));

        Assert.Equal(1000, chart.Table.RowCount);
        Assert.Equal(data.Best!.Number, chart.Table["trial"][999]);
        Assert.Contains("1,000 lines for 3,000 trials", chart.Spec.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void RowRanks_EmptyCells_HaveNoRankAndCountForNothing() =>
        Assert.Equal([0.5, double.NaN, 0], MatrixChart.RowRanks([3, double.NaN, 2], 3));

    [Fact]
    public void Matrix_ChoiceWithoutOrder_SquaresWithoutTrialsStayEmpty()
    {
        SearchSpace space = new("s", [new CategoricalParameter("kind", ["a", "b"]), new NumericParameter("x", Law.Uniform, 0, 1)]);
        StudyData data = ChartStudies.Of([(1, [0, 0]), (2, [1, 1])], space);

        Table table = MatrixChart.CreateGlobal(new PairCells(data, 0, 1, Measure.Loss(data), 1), Reduction.Min, "x").Table;

        Assert.Equal(2, table["loss"].Values.ToArray().Count(double.IsFinite));
        Assert.Equal(table.RowCount - 2, table["loss"].Values.ToArray().Count(double.IsNaN));
    }

    [Fact]
    public void Slice_FewWholeNumbers_SpreadsItsDotsBesideTheirValue()
    {
        SearchSpace space = new("s", [new NumericParameter("layers", Law.Uniform, 1, 3, isInteger: true)]);

        Table table = SliceChart.Create(ChartStudies.Of([.. Enumerable.Range(0, 30).Select(i => ((double)i, (double[])[1 + (i % 3)]))], space), 0, "x").Table;

        Assert.All(Enumerable.Range(0, 30), row => Assert.InRange(table["place"][row] - table["layers"][row], -0.300001, 0.300001));
        Assert.Equal(30, table["place"].Values.ToArray().Distinct().Count());
    }

    [Fact]
    public void Drawn_VeryManyTrials_AreTheBestHundredAndEvenlyManyOthers()
    {
        StudyData data = ChartStudies.Of([.. Enumerable.Range(0, 120_000).Select(i => ((double)(i * 7919L % 120_000), (double[])[i % 10]))]);
        int[] all = [.. Enumerable.Range(0, data.Complete.Count)];

        int[] drawn = TopTrials.Drawn(data, all);

        Assert.InRange(drawn.Length, 40_000, 50_100);
        Assert.Equal(100, drawn.Count(row => data.Losses[row] < 100));
        Assert.Equal(drawn.Order(), drawn);
        Assert.StartsWith("drawn are the best 100 and ", TopTrials.DrawnNote(drawn, all), StringComparison.Ordinal);
        Assert.Equal(0, HistoryChart.Create(data).Table["best"].Values.ToArray().Min());
    }
}
