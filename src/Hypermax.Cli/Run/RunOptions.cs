using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Run;

/// <summary>What <c>hypermax run</c> was asked to do.</summary>
internal sealed record RunOptions
{
    /// <summary>Gets the file with the space.</summary>
    public required string Space { get; init; }

    /// <summary>Gets the folder of the study.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the settings that were given by options of their own, such as <c>--command</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Shortcuts { get; init; } = [];

    /// <summary>Gets the properties, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Reads what was given: options of the command line before the environment, and that before the file of the space.</summary>
    /// <param name="violations">Takes what is wrong.</param>
    public SettingSet ReadSettings(Violations violations) => SettingReader.Read(SettingSource.Shortcut, Shortcuts, violations)
        .Over(PropertyOption.Read(SettingSource.RunOption, Properties, violations))
        .Over(SettingReader.ReadEnvironment(Environment.GetEnvironmentVariable, Surfaces.Run, violations))
        .Over(FileSettings.Read(Space, violations));
}
