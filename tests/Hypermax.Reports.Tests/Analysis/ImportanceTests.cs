using Hypermax.Analysis;
using Hypermax.Analysis.Correlations;
using Hypermax.Analysis.Importances;
using Hypermax.Numerics;
using Hypermax.Reports;
using Hypermax.Tests.Charts;

namespace Hypermax.Tests.Analysis;

public sealed class ImportanceTests
{
    [Fact]
    public void Anova_SumOfTwo_HasTheSharesOfItsVariances()
    {
        // Var(3x + y) = 9/12 + 1/12 for uniform x, y: shares 0.9 and 0.1.
        StudyData data = ChartStudies.Of(ChartStudies.Plain(3, 0, 1), 1500, vector => (3 * vector[0]) + vector[1]);

        IReadOnlyList<ParameterImportance> importances = FunctionalAnova.Compute(data);

        Assert.InRange(importances[0].Share, 0.87, 0.92);
        Assert.InRange(importances[1].Share, 0.07, 0.12);
        Assert.InRange(importances[2].Share, 0, 0.01);
    }

    [Fact]
    public void Anova_PureInteraction_LeavesNothingToSingles()
    {
        StudyData data = ChartStudies.Of(ChartStudies.Plain(2, -1, 1), 1500, vector => vector[0] * vector[1]);

        Assert.True(FunctionalAnova.Compute(data).Sum(importance => importance.Share) < 0.15);
    }

    [Fact]
    public void Anova_OneTree_EqualsIntegrationByHand()
    {
        StudyData data = ChartStudies.Of(ChartStudies.Plain(2, 0, 1), 200, vector => Math.Sin(9 * vector[0]) + (vector[0] * vector[1]));
        BinnedTrials trials = new(data);
        IReadOnlyList<TreeLeaf> leaves = RegressionTree.Grow(trials, new SeedStream(1, 0, "test"), 200);

        double[] shares = FunctionalAnova.Shares(trials, leaves);

        Assert.Equal(Integrated(trials, leaves, 0), shares[0], 9);
        Assert.Equal(Integrated(trials, leaves, 1), shares[1], 9);
    }

    [Fact]
    public void Anova_ChoicesAndBranches_AreMeasured()
    {
        SearchSpace space = new(
            "s",
            [
                new CategoricalParameter("kind", ["a", "b", "c"]),
                new NumericParameter("x", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = [new Condition(0, 1, 1)] }),
            ]);
        StudyData data = ChartStudies.Of(space, 600, vector => vector[0] == 1 ? 1 + (0.1 * vector[1]) : 0);

        IReadOnlyList<ParameterImportance> importances = FunctionalAnova.Compute(data);

        Assert.True(importances[0].Share > 0.9);
        Assert.True(importances[1].Share < 0.05);
    }

    [Fact]
    public void Anova_EqualLossesOrFewTrials_IsZero()
    {
        Assert.All(FunctionalAnova.Compute(ChartStudies.Of(ChartStudies.Plain(2), 50, _ => 3)), importance => Assert.Equal(0, importance.Share));
        Assert.All(FunctionalAnova.Compute(ChartStudies.Of(ChartStudies.Plain(2), 5, vector => vector[0])), importance => Assert.Equal(0, importance.Share));
    }

    [Fact]
    public void Anova_OneDivergedTrial_DoesNotHideTheRest()
    {
        StudyData data = ChartStudies.Of([.. Enumerable.Range(0, 300).Select(i => (i == 7 ? 1e12 : i % 10.0, (double[])[i % 10, (i * 7) % 10]))]);

        Assert.True(FunctionalAnova.Compute(data)[0].Share > 0.8);
    }

    [Fact]
    public void Rank_ValleyShape_IsSeenWhereCorrelationIsBlind()
    {
        StudyData data = ChartStudies.Of(ChartStudies.Plain(2, -1, 1), 500, vector => vector[0] * vector[0]);

        IReadOnlyList<ParameterImportance> importances = RankImportance.Compute(data);

        Assert.True(Math.Abs(Associations.Measure(data.ParameterColumn(0).Values, true, data.ValueColumn.Values, true).Value) < 0.15);
        Assert.True(importances[0].Share > 0.9);
        Assert.True(importances[1].Share < 0.05);
        Assert.InRange(importances[0].Spread, 0, 0.1);
    }

    [Fact]
    public void Importances_SameStudyTwice_AreTheSame()
    {
        StudyData data = ChartStudies.Forest(60);

        Assert.Equal(FunctionalAnova.Compute(data), FunctionalAnova.Compute(data));
        Assert.Equal(RankImportance.Compute(data), RankImportance.Compute(data));
    }

    /// <summary>The share of one of two parameters by summing the tree's prediction over every pair of bins.</summary>
    private static double Integrated(BinnedTrials trials, IReadOnlyList<TreeLeaf> leaves, int parameter)
    {
        (double[] x, double[] y) = (trials.Widths[0], trials.Widths[1]);
        double Predict(int i, int j) => leaves.Single(leaf => leaf.First[0] <= i && i < leaf.End[0] && leaf.First[1] <= j && j < leaf.End[1]).Mean;
        double[,] values = new double[x.Length, y.Length];
        double mean = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < y.Length; j++)
            {
                values[i, j] = Predict(i, j);
                mean += x[i] * y[j] * values[i, j];
            }
        }

        double total = 0;
        double[] along = new double[parameter == 0 ? x.Length : y.Length];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < y.Length; j++)
            {
                total += x[i] * y[j] * Math.Pow(values[i, j] - mean, 2);
                along[parameter == 0 ? i : j] += (parameter == 0 ? y[j] : x[i]) * values[i, j];
            }
        }

        return along.Select((value, i) => trials.Widths[parameter][i] * Math.Pow(value - mean, 2)).Sum() / total;
    }
}
