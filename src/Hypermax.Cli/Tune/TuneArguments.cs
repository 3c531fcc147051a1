using Hypermax.Build.Settings;
using Hypermax.Errors;

namespace Hypermax.Tune;

/// <summary>What the build tells the coordinator about a project; see docs/formats/coordinator.md.</summary>
internal sealed record TuneArguments
{
    private static readonly string[] Needed = ["project", "assembly", "worker", "output"];

    private TuneArguments(IReadOnlyDictionary<string, string> facts, SearchSettings settings)
    {
        Project = facts.GetValueOrDefault("project", string.Empty);
        Assembly = facts.GetValueOrDefault("assembly", string.Empty);
        Framework = facts.GetValueOrDefault("framework", string.Empty);
        RuntimeConfig = facts.GetValueOrDefault("runtimeConfig");
        Packages = facts.GetValueOrDefault("packages");
        Worker = facts.GetValueOrDefault("worker", string.Empty);
        Host = facts.GetValueOrDefault("host");
        Inputs = facts.GetValueOrDefault("inputs", string.Empty).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Output = facts.GetValueOrDefault("output", string.Empty);
        IsForSolution = facts.GetValueOrDefault("scope") == "solution";
        Settings = settings;
    }

    /// <summary>Gets the path of the project file.</summary>
    public string Project { get; }

    /// <summary>Gets the folder of the project, where tuned files are written.</summary>
    public string ProjectFolder => Path.GetDirectoryName(Project)!;

    /// <summary>Gets the name of the project.</summary>
    public string ProjectName => Path.GetFileNameWithoutExtension(Project);

    /// <summary>Gets the path of the built assembly.</summary>
    public string Assembly { get; }

    /// <summary>Gets the identifier of the framework the project is built for, such as <c>.NETCoreApp</c>.</summary>
    public string Framework { get; }

    /// <summary>Gets the path of the runtime settings that objectives run under, or null for those beside the assembly.</summary>
    public string? RuntimeConfig { get; }

    /// <summary>Gets the folder of NuGet packages, or null.</summary>
    public string? Packages { get; }

    /// <summary>Gets the path of the worker host.</summary>
    public string Worker { get; }

    /// <summary>Gets the dotnet host, or null for the one that runs this process.</summary>
    public string? Host { get; }

    /// <summary>Gets the files that objectives read, besides code.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>Gets the folder that holds the study folders.</summary>
    public string Output { get; }

    /// <summary>Gets whether the build runs over a whole solution, so that a project without a matching study is none of its business.</summary>
    public bool IsForSolution { get; }

    /// <summary>Gets the settings of the build.</summary>
    public SearchSettings Settings { get; }

    /// <summary>Reads an arguments file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Properties of the command line, as <c>name=value</c>; they count before those in the file.</param>
    /// <param name="problems">What is wrong with them, one sentence each; empty when all is well.</param>
    public static TuneArguments? Read(string path, IReadOnlyList<string> overrides, out IReadOnlyList<string> problems)
    {
        if (!File.Exists(path))
        {
            problems = [$"The arguments file '{path}' does not exist; a build with -t:Hypertune writes it. Run 'dotnet build -t:Hypertune' instead."];
            return null;
        }

        Dictionary<string, string> facts = new(ArgumentsFile.Read(path), StringComparer.Ordinal);
        string[] given = [.. overrides.Select(property => Override(facts, property))];
        SettingsReader reader = new(facts);
        SearchSettings settings = reader.Read();
        string[] missing = [.. Needed.Where(name => !facts.ContainsKey(name))];
        problems =
        [
            .. given.Where(name => !reader.Known.Contains(name, StringComparer.Ordinal)).Select(name => Unknown(name, reader.Known)),
            .. reader.Problems,
            .. missing.Length == 0 ? Array.Empty<string>() : [$"The arguments file '{path}' lacks {string.Join(", ", missing)}; a build with -t:Hypertune writes them. Run 'dotnet build -t:Hypertune' instead."],
        ];
        return problems.Count == 0 ? new TuneArguments(facts, settings) : null;
    }

    /// <summary>Writes a property of the command line over the facts.</summary>
    /// <returns>Its name.</returns>
    public static string Override(IDictionary<string, string> facts, string property)
    {
        string[] parts = property.Split('=', 2);
        if (parts.Length == 2)
        {
            facts[parts[0]] = parts[1];
        }

        return parts.Length == 2 ? parts[0] : property;
    }

    /// <summary>Says that there is no such property.</summary>
    public static string Unknown(string name, IReadOnlyCollection<string> known) =>
        $"The option --property names '{name}', which is no property of a search; did you mean {string.Join(" or ", NearestNames.Of(name, [.. known]).Take(3).Select(near => $"'{near}'"))}? Write for example -p HypertuneTrials=500.";
}
