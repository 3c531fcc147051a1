using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Hypermax.Usage;

/// <summary>Options that are numbers: written alike in every language, within a range, and refused in words.</summary>
internal static class NumberOptions
{
    /// <summary>Says from where to where an option goes, both included.</summary>
    public static Option<T> Within<T>(this Option<T> option, T low, T high)
        where T : struct, INumber<T>
    {
        option.CustomParser = result => Read(result, option, low, high);
        return option;
    }

    /// <summary>Says from where to where an option goes that may be left out.</summary>
    public static Option<T?> Within<T>(this Option<T?> option, T low, T high)
        where T : struct, INumber<T>
    {
        option.CustomParser = result => Read(result, option, low, high);
        return option;
    }

    private static T Read<T>(ArgumentResult result, Option option, T low, T high)
        where T : struct, INumber<T>
    {
        bool isWhole = default(T) is int or long;
        NumberStyles styles = isWhole ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        string text = result.Tokens[^1].Value;
        if (T.TryParse(text, styles, CultureInfo.InvariantCulture, out T number) && number >= low && number <= high)
        {
            return number;
        }

        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"{option.Name} is '{text}'; it must be a {(isWhole ? "whole " : string.Empty)}number from {low} to {high}."));
        return default;
    }
}
