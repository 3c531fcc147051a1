using Hypermax.Build.Settings;
using Hypermax.Tune;

namespace Hypermax.Run;

/// <summary>What <c>hypermax run</c> was asked to do.</summary>
internal sealed record RunOptions
{
    // These speak of a project, which there is none of.
    private static readonly string[] OnlyForBuilds = ["HypertuneStudy", "HypertuneRepeat", "HypertuneFailOn"];

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

    /// <summary>Gets the properties, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Reads the properties.</summary>
    /// <exception cref="FormatException">One is unknown or breaks its rule; the message has a line for each.</exception>
    public SearchSettings ReadSettings()
    {
        Dictionary<string, string> facts = new(StringComparer.Ordinal);
        string[] given = [.. Properties.Select(property => TuneArguments.Override(facts, property))];
        SettingsReader reader = new(facts);
        SearchSettings settings = reader.Read();
        string[] known = [.. reader.Known.Except(OnlyForBuilds, StringComparer.Ordinal)];
        string[] problems = [.. given.Where(name => !known.Contains(name, StringComparer.Ordinal)).Select(name => TuneArguments.Unknown(name, known)), .. reader.Problems];
        return problems.Length == 0 ? settings : throw new FormatException(string.Join('\n', problems));
    }
}
