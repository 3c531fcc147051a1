#if NET8_0_OR_GREATER
using System.Globalization;

namespace Hypermax.Spaces.Texts;

/// <summary>One value of a parameter as text, and the rule that it keeps, in words.</summary>
internal static class ParameterText
{
    /// <summary>Reads a value.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="text">The text.</param>
    /// <param name="value">The value in vector form.</param>
    /// <param name="problem">The rule and the remedy, as the rest of a sentence, where the parameter cannot have it.</param>
    public static bool TryRead(Parameter parameter, string text, out double value, out string problem)
    {
        value = parameter is CategoricalParameter choices ? IndexOf(choices, text) : Number((NumericParameter)parameter, text);
        if (parameter.Contains(value))
        {
            value = parameter is NumericParameter numeric ? numeric.Snap(value) : value;
            problem = string.Empty;
            return true;
        }

        problem = $"{Rule(parameter)}. {Remedy(parameter, value)}";
        return false;
    }

    /// <summary>Gets a value as text, invariant to culture.</summary>
    public static string Of(Parameter parameter, double value) => PointJson.ToText(parameter, value);

    /// <summary>Gets what values the parameter may have, as the rest of a sentence.</summary>
    public static string Rule(Parameter parameter) => parameter switch
    {
        CategoricalParameter choices => $"it must be one of {string.Join(", ", choices.Choices.Select((_, i) => Of(choices, i)))}",
        NumericParameter { Step: double step } numeric when !(numeric.IsInteger && step == 1) => $"{Between(numeric)} in steps of {Text(step)}",
        NumericParameter { IsInteger: true } whole => $"{Between(whole)} and be whole",
        _ => Between((NumericParameter)parameter),
    };

    private static string Between(NumericParameter parameter) =>
        $"it must lie between {Text(parameter.Low)} and {Text(parameter.High)}{(parameter.Unit is { } unit ? " " + unit : string.Empty)}";

    private static string Remedy(Parameter parameter, double value) => parameter switch
    {
        CategoricalParameter => "Choose one of these.",
        NumericParameter numeric when double.IsFinite(value) => $"The nearest value allowed is {Text(Nearest(numeric, value))}.",
        _ => "Give a number with a point for decimals.",
    };

    private static double Nearest(NumericParameter parameter, double value)
    {
        double inside = Math.Clamp(value, parameter.Low, parameter.High);
        double snapped = parameter.Snap(inside);
        return parameter.Contains(snapped) ? snapped : inside;
    }

    // An exact word first: choices may differ in case alone.
    private static int IndexOf(CategoricalParameter choices, string text)
    {
        string[] words = [.. choices.Choices.Select((_, i) => Of(choices, i))];
        int exact = Array.IndexOf(words, text);
        return exact >= 0 ? exact : Array.FindIndex(words, word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase));
    }

    private static double Number(NumericParameter parameter, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return number;
        }

        // Times are numbers in a unit; configuration mostly has them as 00:00:05.
        double? seconds = parameter.Unit switch
        {
            "us" or "µs" => 1e-6,
            "ms" => 1e-3,
            "s" => 1,
            "min" => 60,
            "h" => 3600,
            "d" => 86400,
            _ => null,
        };
        return seconds is double unit && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) ? time.TotalSeconds / unit : double.NaN;
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
#endif
