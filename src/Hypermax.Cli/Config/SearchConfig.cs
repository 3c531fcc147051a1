using Hypermax.Config.Text;
using Hypermax.Settings;

namespace Hypermax.Config;

/// <summary>A configuration that was read: what is searched, how, and where results go.</summary>
internal sealed record SearchConfig
{
    /// <summary>What result folders are called where nobody says.</summary>
    public const string UsualDirectory = "results";

    /// <summary>Gets the file.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the document with its references resolved.</summary>
    public required Node Root { get; init; }

    /// <summary>Gets the space, or null where it is missing or breaks a rule.</summary>
    public SearchSpace? Space { get; init; }

    /// <summary>Gets the settings, each with its key as the source.</summary>
    public SettingSet Settings { get; init; } = SettingSet.Empty;

    /// <summary>Gets the kind of function, or null.</summary>
    public string? Function { get; init; }

    /// <summary>Gets the values by their paths.</summary>
    public IReadOnlyDictionary<string, Node> Values { get; init; } = new Dictionary<string, Node>(StringComparer.Ordinal);

    /// <summary>Gets the beginning of the names of result folders.</summary>
    public string Directory => Values.GetValueOrDefault("results.directory")?.Text is { Length: > 0 } directory ? directory : UsualDirectory;

    /// <summary>Gets whether a terminal shows the search on a full screen; null where the file does not say.</summary>
    public bool? HasScreen => Values.GetValueOrDefault("ui.enabled")?.Text switch { "true" => true, "false" => false, _ => null };

    /// <summary>Gets the place that a broken rule is about, or null where it was not given in the file.</summary>
    public SourcePosition? PlaceOf(Violation violation) => Values
        .Where(value => violation.Setting.Contains(value.Key, StringComparison.Ordinal))
        .OrderByDescending(value => value.Key.Length)
        .Select(value => value.Value.Place)
        .FirstOrDefault();
}
