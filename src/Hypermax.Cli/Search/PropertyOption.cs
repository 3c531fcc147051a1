using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>The option <c>--property</c>, which gives settings by the names they have in a build.</summary>
internal static class PropertyOption
{
    /// <summary>Reads what was given; a later option counts before an earlier one.</summary>
    /// <param name="source">The verb it was given to.</param>
    /// <param name="options">The options, as <c>name=value</c>.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static SettingSet Read(SettingSource source, IEnumerable<string> options, Violations violations) =>
        SettingReader.Read(source, options.Select(Pair), violations);

    private static KeyValuePair<string, string> Pair(string option)
    {
        int place = option.IndexOf('=', StringComparison.Ordinal);
        return place < 0 ? new(option, string.Empty) : new(option[..place], option[(place + 1)..]);
    }
}
