using System.Globalization;
using Hypermax.Build.Protocol;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Fingerprints;
using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Tune;

/// <summary>What the build tells the coordinator about a project; see docs/formats/coordinator.md.</summary>
internal sealed record TuneArguments
{
    private static readonly string[] Needed = ["project", "assembly", "worker", "output"];

    private readonly Dictionary<string, string> _elsewhere;

    private TuneArguments(IReadOnlyDictionary<string, string> facts, SettingSet settings)
    {
        Project = facts.GetValueOrDefault("project", string.Empty);
        Assembly = facts.GetValueOrDefault("assembly", string.Empty);
        Framework = facts.GetValueOrDefault("framework", string.Empty);
        RuntimeConfig = facts.GetValueOrDefault("runtimeConfig");
        Packages = facts.GetValueOrDefault("packages", string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Worker = facts.GetValueOrDefault("worker", string.Empty);
        Host = facts.GetValueOrDefault("host");
        Inputs = facts.GetValueOrDefault("inputs", string.Empty).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Output = facts.GetValueOrDefault("output", string.Empty);
        IsForSolution = facts.GetValueOrDefault("scope") == "solution";
        Order = SearchOrder.Parse(facts.GetValueOrDefault("order", string.Empty));
        Stage = int.TryParse(facts.GetValueOrDefault("stage"), NumberStyles.None, CultureInfo.InvariantCulture, out int stage) ? stage : 0;
        _elsewhere = facts.GetValueOrDefault("elsewhere", string.Empty).Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => folder.Split('=', 2))
            .ToDictionary(folder => folder[0], folder => folder[1], StringComparer.OrdinalIgnoreCase);
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

    /// <summary>Gets the folders of NuGet packages, those to fall back on among them.</summary>
    public string[] Packages { get; }

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

    /// <summary>Gets which searches build on which others.</summary>
    public SearchOrder Order { get; }

    /// <summary>Gets which of them this build is about.</summary>
    public int Stage { get; }

    /// <summary>Gets what the build says, and whoever started the search.</summary>
    public SettingSet Settings { get; }

    /// <summary>Gets what continuous integration is told the results of.</summary>
    /// <remarks>Each stage of searches that build on each other is a run of its own, and must not write over the others.</remarks>
    public CiSubject CiSubject =>
        new(ProjectName, Project, Path.Combine(Output, "ci", Stage == 0 ? string.Empty : FormattableString.Invariant($"stage{Stage}")), Settings);

    /// <summary>Gets the folder of a study.</summary>
    public string FolderOf(string study) => Path.Combine(Output, study);

    /// <summary>Gets the tuned file of a study of this project, or of one of another such as <c>Base/Vocabulary</c>.</summary>
    public string TunedFileOf(string study)
    {
        int slash = study.IndexOf('/', StringComparison.Ordinal);
        return Path.Combine(slash < 0 ? ProjectFolder : _elsewhere[study[..slash]], TunedFileName.Of(study[(slash + 1)..]));
    }

    /// <summary>Lays what the build says over what an objective says, and makes a search of it.</summary>
    public SearchTask TaskOf(WorkerObjective objective, Violations violations)
    {
        SettingSet settings = FigurePlan.Over(Settings.Over(objective.Settings), objective.Goals, objective.Constraints, violations);
        SearchPlan plan = SearchPlan.Read(objective.Name, FolderOf(objective.Name), objective.Space, settings, violations, ProjectName);
        EarlierValues earlier = EarlierValues.Read(Order.EarlierOf(objective.Name), TunedFileOf);
        return new SearchTask
        {
            Earlier = earlier,
            Name = objective.Name,
            Space = objective.Space,
            Plan = plan with { Options = plan.Options with { ObjectiveFingerprint = earlier.AddTo(AssemblyFingerprint.Of(Assembly, Inputs)) } },
            Project = Project,
            FolderOption = "-p:HypertuneOutput=…",
            Position = objective.Position,
            TunedFacts = TunedOrigin.Of(this),
        };
    }

    /// <summary>Reads an arguments file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Properties of the command line, as <c>name=value</c>; they count before the environment, and that before the file.</param>
    /// <param name="variable">Gets an environment variable, or null; a build has laid them over its properties already.</param>
    /// <param name="problems">What is wrong with them, one sentence each; empty when all is well.</param>
    /// <param name="store">The address of the store with its password, which the file leaves out; null where there is none.</param>
    public static TuneArguments? Read(
        string path, IEnumerable<string> options, Func<string, string?> variable, out IReadOnlyList<string> problems, string? store = null)
    {
        if (!File.Exists(path))
        {
            problems = [$"The arguments file '{path}' does not exist; a build with -t:Hypertune writes it. Run 'dotnet build -t:Hypertune' instead."];
            return null;
        }

        IReadOnlyDictionary<string, string> facts = ArgumentsFile.Read(path);
        Violations violations = new();
        SettingSet settings = PropertyOption.Read(SettingSource.TuneOption, options, violations)
            .Over(SettingReader.ReadEnvironment(variable, Surfaces.Property, violations))
            .Over(SettingReader.Read(
                SettingSource.Property, facts.Where(fact => fact.Key.StartsWith(Setting.Prefix, StringComparison.Ordinal)).Select(Whole), violations));
        KeyValuePair<string, string> Whole(KeyValuePair<string, string> fact) =>
            fact.Key == StudySettings.Store.Property && store is not null && StoreText.Mask(store) == fact.Value ? new(fact.Key, store) : fact;

        string[] missing = [.. Needed.Where(name => !facts.ContainsKey(name))];
        problems =
        [
            .. violations.Sentences,
            .. missing.Length == 0
                ? Array.Empty<string>()
                : [
                    $"The arguments file '{path}' lacks {string.Join(", ", missing)}; a build with -t:Hypertune writes them. "
                    + "Run 'dotnet build -t:Hypertune' instead.",
                ],
        ];
        return problems.Count == 0 ? new TuneArguments(facts, settings) : null;
    }
}
