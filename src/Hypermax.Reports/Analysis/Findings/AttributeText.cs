using Hypermax.Charts.Scales;

namespace Hypermax.Analysis.Findings;

/// <summary>Writes the attribute that a parameter would have with other bounds.</summary>
internal static class AttributeText
{
    public static string Of(NumericParameter parameter, double low, double high)
    {
        (string l, string h) = (Number(parameter, low), Number(parameter, high));
        string step = parameter is { Step: double value } && !(parameter.IsInteger && value == 1) ? ", Step = " + NumberText.Digits(value, 6) : string.Empty;
        return parameter.Law switch
        {
            Law.Uniform => $"[Uniform({l}, {h}{step})]",
            Law.LogUniform => $"[LogUniform({l}, {h}{step})]",
            _ => $"Low = {l}, High = {h}",
        };
    }

    public static string Number(NumericParameter parameter, double value) => parameter.IsInteger
        ? Math.Round(value).ToString("0", System.Globalization.CultureInfo.InvariantCulture)
        : NumberText.Digits(value, 3);
}
