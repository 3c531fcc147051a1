using System.Globalization;

namespace Hypermax.Sampling.Atpe.Published;

/// <summary>Says what the models chose and which features moved each setting most: <c>gamma 1.75 (all_loss_skew +0.12, …)</c>.</summary>
internal static class SettingWords
{
    /// <summary>Writes the settings that apply, in the order in which they were predicted.</summary>
    public static string Of(PredictedSetting[] predicted) => string.Join(", ", predicted
        .Select((setting, i) => (Step: CascadeStep.All[i], Setting: setting))
        .Where(pair => pair.Setting.Applies)
        .Select(pair => $"{pair.Step.Name} {Value(pair.Step, pair.Setting)}{Because(pair.Setting)}"));

    private static string Value(CascadeStep step, PredictedSetting setting) =>
        step.IsMode ? step.Values[(int)setting.Value] : setting.Value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Because(PredictedSetting setting) =>
        setting.Reasons.Count == 0 ? string.Empty : $" ({string.Join(", ", setting.Reasons)})";
}
