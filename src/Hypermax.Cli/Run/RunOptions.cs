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

    /// <summary>Reads the file and what was given.</summary>
    /// <param name="violations">Takes what is wrong.</param>
    /// <exception cref="FormatException">The file holds no space.</exception>
    public ProgramInput Read(Violations violations) =>
        new() { File = Path.GetFullPath(Space), Folder = Folder, Space = SpaceFile.Read(Space, Console.Error), Settings = ReadSettings(violations) };

    // Options of the command line before the environment, and that before the file of the space.
    private SettingSet ReadSettings(Violations violations) => SettingReader.Read(SettingSource.Shortcut, Shortcuts, violations)
        .Over(PropertyOption.Read(SettingSource.RunOption, Properties, violations))
        .Over(SettingReader.ReadEnvironment(Environment.GetEnvironmentVariable, Surfaces.Run, violations))
        .Over(FileSettings.Read(Space, violations));
}
