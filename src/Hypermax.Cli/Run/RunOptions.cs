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

    /// <summary>Gets the command with its templates, or null.</summary>
    public string? Command { get; init; }

    /// <summary>Gets the Python function as <c>module:function</c>, or null.</summary>
    public string? Python { get; init; }

    /// <summary>Gets the Python interpreter.</summary>
    public string Interpreter { get; init; } = "python3";

    /// <summary>Gets the hosts the command runs on, as <c>name</c> or <c>name*slots</c>; none for this machine.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Gets the folder that programs start in, or null for that of this process.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Gets whether larger values are better.</summary>
    public bool Maximize { get; init; }

    /// <summary>Gets the options of the method, as <c>name=value</c>; they count before the property <c>HypertuneMethodOptions</c>.</summary>
    public IReadOnlyList<string> MethodOptions { get; init; } = [];

    /// <summary>Gets the properties, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Reads what was given: options of the command line before the environment, and that before the file of the space.</summary>
    /// <param name="violations">Takes what is wrong.</param>
    public SettingSet ReadSettings(Violations violations)
    {
        SettingSet given = PropertyOption.Read(
            SettingSource.RunOption,
            MethodOptions.Count == 0 ? Properties : [.. Properties, $"{StudySettings.MethodOptions.Property}={string.Join(' ', MethodOptions)}"],
            violations);
        return (Maximize ? given.With(StudySettings.Direction, "maximize", SettingSource.RunOption) : given)
            .Over(SettingReader.ReadEnvironment(Environment.GetEnvironmentVariable, Surfaces.Run, violations))
            .Over(FileSettings.Read(Space, violations));
    }
}
