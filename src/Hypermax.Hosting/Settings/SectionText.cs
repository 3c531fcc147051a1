using System.Globalization;
using Hypermax.Settings;
using Microsoft.Extensions.Configuration;

namespace Hypermax.Hosting.Settings;

/// <summary>Writes what stands in configuration as the one text that settings are read from: lists with commas, objects as <c>name=value</c>.</summary>
internal static class SectionText
{
    public static string Of(IConfigurationSection section)
    {
        if (section.Value is { } text)
        {
            return text;
        }

        IConfigurationSection[] children = [.. section.GetChildren()];
        return Array.TrueForAll(children, child => int.TryParse(child.Key, CultureInfo.InvariantCulture, out _))
            ? string.Join(", ", children.Select(child => child.Value))
            : string.Join(" ", children.Select(child => $"{child.Key}={OptionsRule.Quote(child.Value ?? string.Empty)}"));
    }
}
