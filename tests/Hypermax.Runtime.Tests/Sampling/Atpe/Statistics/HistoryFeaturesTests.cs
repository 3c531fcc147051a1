using System.Globalization;
using Hypermax.Conformance;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.Atpe.Statistics;

public sealed class HistoryFeaturesTests
{
    [Fact]
    public void Names_All_AlphabeticalWithoutRepeats()
    {
        Assert.Equal(113, FeatureNames.All.Length);
        Assert.Equal(FeatureNames.All.Order(StringComparer.Ordinal), FeatureNames.All);
        Assert.Equal(113, FeatureNames.All.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Write_TwelveTrials_AsComputedByHand()
    {
        Dictionary<string, double> features = Of(TwelveTrials.Geometry, TwelveTrials.History());

        Assert.All(TwelveTrials.Expected.Split('\n'), line =>
        {
            string[] words = line.Split(' ');
            Assert.Equal(double.Parse(words[1], CultureInfo.InvariantCulture), features[words[0]], 1e-9);
        });
        Assert.Equal(Math.Log10(20 * 5 * (1 + 20)), features["log10_cardinality"], 12);
        Assert.Equal(TwelveTrials.Expected.Split('\n').Length + 1, features.Count);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(1e9, -5e9)]
    [InlineData(1e-9, 1)]
    public void Write_LossesScaledAndMoved_SameFeatures(double a, double b)
    {
        Dictionary<string, double> plain = Of(TwelveTrials.Geometry, TwelveTrials.History());
        Dictionary<string, double> moved = Of(TwelveTrials.Geometry, TwelveTrials.History(a, b));

        Assert.All(plain, feature => Assert.Equal(feature.Value, moved[feature.Key], 5));
    }

    [Fact]
    public void Write_RowsOneByOne_AsAllAtOnce()
    {
        TrialHistory whole = TwelveTrials.History();
        TrialHistory growing = new(4);
        RankedTrials trials = new(TwelveTrials.Geometry, growing);
        HistoryFeatures features = new(trials);
        double[] values = new double[113];
        double[] vector = new double[4];
        for (int row = 0; row < whole.Count; row++)
        {
            whole.CopyRow(row, vector);
            growing.Add(row, vector, whole.Losses[row], whole.States[row]);
            trials.Update();
            features.Write(LossScale.Of(trials, 11), values);
        }

        Assert.Equal(Of(TwelveTrials.Geometry, whole).Values, values);
    }

    [Fact]
    public void Write_AllLossesEqual_ZerosButTheCardinality() =>
        Assert.All(Of(TwelveTrials.Geometry, TwelveTrials.History(0, 7)), feature => Assert.Equal(feature.Key == FeatureNames.Cardinality, feature.Value != 0));

    [Fact]
    public void Write_NoTrials_ZerosButTheCardinality() =>
        Assert.All(Of(TwelveTrials.Geometry, new TrialHistory(4)), feature => Assert.Equal(feature.Key == FeatureNames.Cardinality, feature.Value != 0));

    [Fact]
    public void Write_SpaceWithoutNumbers_FiniteWithZeroCorrelations()
    {
        SpaceGeometry geometry = new(new SearchSpace("choices", [new CategoricalParameter("a", ["x", "y"]), new CategoricalParameter("b", ["x", "y"])]));
        TrialHistory history = new(2);
        for (int i = 0; i < 15; i++)
        {
            history.Add(i, [i % 2, i / 2 % 2], SamplerRun.Hash([i]), TrialState.Complete);
        }

        Dictionary<string, double> features = Of(geometry, history);

        Assert.All(features, feature => Assert.True(double.IsFinite(feature.Value)));
        Assert.All(features.Where(feature => feature.Key.Contains("_correlation_", StringComparison.Ordinal)), feature => Assert.Equal(0, feature.Value));
    }

    private static Dictionary<string, double> Of(SpaceGeometry geometry, TrialHistory history)
    {
        RankedTrials trials = new(geometry, history);
        trials.Update();
        double[] values = new double[113];
        new HistoryFeatures(trials).Write(LossScale.Of(trials, 11), values);
        return FeatureNames.All.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }
}
