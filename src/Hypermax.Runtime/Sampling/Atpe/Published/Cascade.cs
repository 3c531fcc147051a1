using Hypermax.Sampling.Atpe.Statistics;

namespace Hypermax.Sampling.Atpe.Published;

/// <summary>The thirteen models in a chain: each predicts one setting from the features and from all settings before it.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
internal sealed class Cascade(FeatureScaling scaling, IReadOnlyList<CascadeModel> models)
{
    private const int FilteringMode = 0;
    private const int ProbabilityMode = 1;
    private const int LockingMode = 2;

    /// <summary>Gets how features are scaled.</summary>
    public FeatureScaling Scaling { get; } = scaling;

    /// <summary>Predicts all settings.</summary>
    /// <param name="scaled">The scaled features.</param>
    /// <param name="pick">Chooses the value of a mode from its probabilities: by a draw.</param>
    /// <returns>One result for each of <see cref="CascadeStep.All"/>.</returns>
    public PredictedSetting[] Predict(ReadOnlySpan<double> scaled, Func<CascadeStep, double[], int> pick)
    {
        double[] inputs = new double[models[^1].Trees.Inputs.Length + 1];
        scaled.CopyTo(inputs);
        double[] effects = new double[inputs.Length];
        int known = FeatureNames.All.Length;
        PredictedSetting[] settings = new PredictedSetting[models.Count];
        for (int i = 0; i < models.Count; i++)
        {
            settings[i] = PredictOne(models[i], inputs.AsSpan(0, known), effects, settings.AsSpan(0, i), pick);
            known += Show(models[i].Step, settings[i], inputs.AsSpan(known));
        }

        return settings;
    }

    private static PredictedSetting PredictOne(
        CascadeModel model, ReadOnlySpan<double> inputs, double[] effects, ReadOnlySpan<PredictedSetting> before, Func<CascadeStep, double[], int> pick)
    {
        double[] predictions = new double[model.Trees.ClassCount];
        model.Trees.Predict(inputs, predictions);
        double[] probabilities = model.Step.IsMode ? Stretch.Apply(predictions, model.Stretches) : [];
        double value = model.Step.IsMode ? pick(model.Step, probabilities) : Bounded(model.Step, model.Stretches[0].Apply(predictions[0]));
        model.Trees.Explain(inputs, model.Step.IsMode ? (int)value : 0, effects);
        double factor = model.Step.IsMode ? 1 : model.Stretches[0].Factor;
        return new PredictedSetting(predictions, probabilities, value, Applies(model.Step.Name, before), Reason.Strongest(model.Trees.Inputs, effects, factor));
    }

    private static double Bounded(CascadeStep step, double value)
    {
        double bounded = Math.Clamp(value, step.Low, step.High);
        return step.Name == "nEICandidates" ? Math.Truncate(bounded) : bounded;
    }

    private static int Show(CascadeStep step, PredictedSetting setting, Span<double> inputs)
    {
        if (!step.IsMode)
        {
            inputs[0] = setting.Applies ? setting.Value : CascadeStep.NotApplied;
            return 1;
        }

        inputs[(int)setting.Value] = 1;
        return step.Values.Length;
    }

    private static bool Applies(string name, ReadOnlySpan<PredictedSetting> before) => name switch
    {
        "resultFilteringAgeMultiplier" => IsChosen(FilteringMode, "age", before),
        "resultFilteringLossRankMultiplier" => IsChosen(FilteringMode, "loss_rank", before),
        "resultFilteringRandomProbability" => IsChosen(FilteringMode, "random", before),
        "secondaryTopLockingPercentile" => IsChosen(LockingMode, "top", before),
        "secondaryCorrelationMultiplier" => IsChosen(ProbabilityMode, "correlation", before),
        "secondaryFixedProbability" => IsChosen(ProbabilityMode, "fixed", before),
        _ => true,
    };

    private static bool IsChosen(int mode, string value, ReadOnlySpan<PredictedSetting> before) =>
        CascadeStep.All[mode].Values[(int)before[mode].Value] == value;
}
