using System.Globalization;
using Hypermax.Charts.Scales;
using Hypermax.Reports;

namespace Hypermax.Analysis.Findings;

/// <summary>Writes the range of a parameter as it stands where people declared it: an attribute, keys of <c>search.json</c>, or bounds by name.</summary>
internal static class RangeText
{
    public static string Of(StudyData data, NumericParameter parameter, double low, double high) =>
        parameter.Position is not null ? Attribute(parameter, low, high)
        : data.Header.IsOfSearchJson ? Bounds(parameter, low, high, name => $"\"{name switch { "low" => "min", _ => "max" }}\": ")
        : Bounds(parameter, low, high, name => name + " ");

    public static string Number(NumericParameter parameter, double value) => parameter.IsInteger
        ? Math.Round(value).ToString("0", CultureInfo.InvariantCulture)
        : NumberText.Digits(value, 3);

    private static string Attribute(NumericParameter parameter, double low, double high)
    {
        string step = parameter is { Step: double value } && !(parameter.IsInteger && value == 1) ? ", Step = " + NumberText.Digits(value, 6) : string.Empty;
        return parameter.Law switch
        {
            Law.Uniform => $"[Uniform({Number(parameter, low)}, {Number(parameter, high)}{step})]",
            Law.LogUniform => $"[LogUniform({Number(parameter, low)}, {Number(parameter, high)}{step})]",
            _ => Bounds(parameter, low, high, name => name == "low" ? "Low = " : "High = "),
        };
    }

    // Normal laws may have one bound, or none.
    private static string Bounds(NumericParameter parameter, double low, double high, Func<string, string> key) => string.Join(
        ", ",
        new[] { (Name: "low", Value: low), (Name: "high", Value: high) }
            .Where(bound => double.IsFinite(bound.Value))
            .Select(bound => key(bound.Name) + Number(parameter, bound.Value)));
}
