using Hypermax.Sampling.Atpe.Filtering;
using Hypermax.Sampling.Atpe.Published;
using Hypermax.Sampling.Atpe.Statistics;

namespace Hypermax.Tests.Sampling.Atpe.Published;

public sealed class CascadeTests : IDisposable
{
    private readonly SmallModels _models = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public void All_InputsOfEachModel_GrowByWhatEarlierOnesGave()
    {
        int known = FeatureNames.All.Length;
        List<int> sizes = [];
        foreach (CascadeStep step in CascadeStep.All)
        {
            sizes.Add(known);
            known += step.Inputs.Count();
        }

        Assert.Equal([113, 117, 119, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130], sizes);
    }

    [Fact]
    public void Predict_Number_IsStretchedAndBounded()
    {
        PredictedSetting[] settings = PublishedModels.Read(_models.Folder).Predict(new double[113], (_, _) => 0);

        // 1.1 ± 0.45 on the left; stretched by two around 1.1.
        Assert.Equal(0.65, settings[11].Predictions[0], 12);
        Assert.Equal(0.2, settings[11].Value, 12);
        Assert.Equal(2, settings[12].Value);
        Assert.Equal([new Reason(FeatureNames.All[77], -1.26)], settings[11].Reasons.Select(reason => reason with { Effect = Math.Round(reason.Effect, 9) }));
    }

    [Fact]
    public void Predict_UnusedNumbers_DoNotApply()
    {
        PredictedSetting[] settings = PublishedModels.Read(_models.Folder).Predict(new double[113], (step, _) => step.Values.Length - 1);

        Assert.Equal([true, true, true, false, false, true, true, true, false, true, true, true, true], settings.Select(setting => setting.Applies));
    }

    [Fact]
    public void Settings_OfModes_FilterAndLocks()
    {
        PredictedSetting[] settings = PublishedModels.Read(_models.Folder).Predict(new double[113], (_, _) => 0);

        var chosen = PublishedPolicy.Settings(settings);

        Assert.Equal(TrialFilterMode.Age, chosen.Filter.Mode);
        Assert.Equal(settings[3].Value, chosen.Filter.Amount);
        Assert.Null(chosen.Lock.Probability);
        Assert.Null(chosen.Lock.TopPercent);
        Assert.Equal(settings[8].Value, chosen.Lock.Multiplier);
        Assert.Equal(settings[11].Value, chosen.Tpe.Gamma);
        Assert.False(chosen.Tpe.IsJoint);
    }

    [Fact]
    public void Apply_SaturatedProbabilities_LosersKeepAPart()
    {
        Stretch certain = new(0.5, 1e-3, 0.5, 10);

        Assert.Equal([0.15 / 1.15, 1 / 1.15], Stretch.Apply([0.4, 0.6], [certain, certain]));
        Assert.Equal(0.15 / 1.45, Stretch.Apply([0.1, 0.6, 0.1, 0.2], [certain, certain, certain, certain])[3], 12);
        Assert.Equal([0.5, 0.5], Stretch.Apply([0.1, 0.1], [certain, certain]));
    }
}
