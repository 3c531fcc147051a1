using System.Globalization;
using Hypermax.Spaces;

namespace Hypermax.Tables;

/// <summary>A column of the table of trials: what it is called, and what stands in it.</summary>
/// <param name="Name">The name, as in <c>results.csv</c>.</param>
/// <param name="Text">The text for people and comparisons; empty where there is nothing.</param>
/// <param name="Number">The number to sort and compare by; NaN where there is none.</param>
internal sealed record TrialColumn(string Name, Func<TrialRecord, string> Text, Func<TrialRecord, double> Number)
{
    /// <summary>Gets the texts that can stand in it; null where that is not known.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    public static TrialColumn Of(string name, Func<TrialRecord, string> text) => new(name, text, _ => double.NaN);

    public static TrialColumn Of(string name, Func<TrialRecord, double> number, Func<double, string>? show = null) => new(
        name,
        trial => number(trial) is var value && double.IsNaN(value) ? string.Empty : (show ?? Short)(value),
        number);

    public static TrialColumn Of(Parameter parameter, int index) => parameter is NumericParameter numeric
        ? Of(parameter.Name, trial => trial.Point[index], value => numeric.IsInteger ? PointJson.ToText(parameter, value) : Short(value))
        : Of(parameter.Name, trial => PointJson.ToText(parameter, trial.Point[index])) with
        {
            Texts = [.. Enumerable.Range(0, ((CategoricalParameter)parameter).Choices.Count).Select(choice => PointJson.ToText(parameter, choice))],
        };

    private static string Short(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
