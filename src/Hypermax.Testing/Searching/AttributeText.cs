using System.Globalization;
using System.Reflection;

namespace Hypermax.Testing.Searching;

/// <summary>Writes what stands in an attribute the way the reader of settings takes it, as the generator does for objectives.</summary>
internal static class AttributeText
{
    /// <summary>Gets the text of an argument; what stands for "none" is written so.</summary>
    public static string Of(CustomAttributeNamedArgument argument)
    {
        object? value = argument.TypedValue.Value;
        string text = value switch
        {
            null => string.Empty,
            bool flag => flag ? "true" : "false",
            _ when argument.TypedValue.ArgumentType.IsEnum => Enum.GetName(argument.TypedValue.ArgumentType, value)?.ToLowerInvariant()
                ?? Convert.ToString(value, CultureInfo.InvariantCulture)!,
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return Settings.SettingSource.TestAttribute.Find(argument.MemberName) is { AttributeNone: { } none } && none == text ? Settings.Setting.None : text;
    }
}
