using System.Text.RegularExpressions;
using Hypermax.Reports;

namespace Hypermax.Ui.Views;

/// <summary>Finds the metric that is the loss on the training data, which is shown beside that on the validation data.</summary>
internal static partial class TrainingMetric
{
    /// <summary>Gets the name of the metric, or null where no trials, or but one, reported one.</summary>
    /// <param name="data">The study.</param>
    public static string? Of(StudyData data) => data.HasFront
        ? null
        : data.Complete.SelectMany(trial => trial.Outcome!.Metrics.Keys)
            .Where(name => IsTraining(name, data.ValueName))
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(metric => metric.Count() > 1)
            .OrderByDescending(metric => metric.Count())
            .ThenBy(metric => metric.Key.Length)
            .ThenBy(metric => metric.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;

    /// <summary>Tells whether a metric is the value of a study on the training data: <c>train_loss</c>, <c>TrainingError</c>, <c>loss.train</c>.</summary>
    /// <param name="name">The name of the metric.</param>
    /// <param name="valueName">What the value of the study is called.</param>
    public static bool IsTraining(string name, string valueName)
    {
        string[] words = [.. Word().Matches(name).Select(match => match.Value.ToUpperInvariant())];
        return words.Any(word => word is "TRAIN" or "TRAINING")
            && words.All(word => word is "TRAIN" or "TRAINING" or "LOSS" or "ERROR" or "VALUE" || valueName.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
