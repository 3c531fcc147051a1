using Hypermax.Config;
using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.SearchFile;

/// <summary>A configuration with what the command line and the environment say besides, checked as a whole.</summary>
internal sealed record ConfigCheck
{
    /// <summary>Gets what was read; null where the file could not be.</summary>
    public SearchConfig? Config { get; private init; }

    /// <summary>Gets the settings, those of the command line before those of the environment, and these before the file.</summary>
    public SettingSet Settings { get; private init; } = SettingSet.Empty;

    /// <summary>Gets how it is searched, or null where that cannot be said.</summary>
    public SearchPlan? Plan { get; private init; }

    /// <summary>Gets what evaluates points, or null where that cannot be said.</summary>
    public Evaluator? Evaluator { get; private init; }

    /// <summary>Gets what is wrong or odd with the file.</summary>
    public required FaultList Faults { get; init; }

    /// <summary>Gets what is wrong with the command line and the environment.</summary>
    public IReadOnlyList<string> Others { get; private init; } = [];

    /// <summary>Gets whether the search can begin.</summary>
    public bool IsRight => !Faults.HasErrors && Others.Count == 0 && Config is not null;

    /// <summary>Reads and checks everything that can be told without starting anything.</summary>
    /// <param name="file">The configuration.</param>
    /// <param name="properties">What the command line says, as <c>name=value</c>.</param>
    /// <param name="shortcuts">What options of their own say, such as <c>--store</c>; they count before the others.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ConfigCheck Read(string file, IReadOnlyList<string> properties, IReadOnlyList<KeyValuePair<string, string>>? shortcuts = null)
    {
        FaultList faults = new();
        if (ConfigReader.Read(file, faults) is not { } config)
        {
            return new ConfigCheck { Faults = faults };
        }

        Violations violations = new();
        SettingSet settings = SettingReader.Read(SettingSource.Shortcut, shortcuts ?? [], violations)
            .Over(PropertyOption.Read(SettingSource.RunOption, properties, violations))
            .Over(SettingReader.ReadEnvironment(Environment.GetEnvironmentVariable, Surfaces.Run, violations))
            .Over(config.Settings);
        RequireStudy(settings, violations);
        ConfigCheck check = new() { Faults = faults, Config = config, Settings = settings };
        if (config.Space is { } space && (config.Function is not null || config.Root.Find("function") is null))
        {
            check = check with { Plan = SearchPlan.Read(space.Name, string.Empty, space, settings, violations) };
            check = check with { Evaluator = EvaluatorOf(check, config, space, violations) };
        }

        List<string> others = [];
        foreach (Violation violation in violations.Found)
        {
            if (config.PlaceOf(violation) is { } place)
            {
                faults.Add(new Fault(place, string.Empty, violation.Value, violation.ToString()));
            }
            else
            {
                others.Add(violation.ToString());
            }
        }

        return check with { Others = others };
    }

    // Every search of a file would else be the study 'search'.
    private static void RequireStudy(SettingSet settings, Violations violations)
    {
        if (settings.Text(StudySettings.Store) is not null && settings.Text(StudySettings.StoreStudy) is null)
        {
            violations.Add(new Violation(
                settings.SubjectOf(StudySettings.Store),
                "names a store, which has many studies, and nobody said which",
                Value: null,
                "Name it with --study NAME, or as \"study\" in \"search\"."));
        }
    }

    private static Evaluator? EvaluatorOf(ConfigCheck check, SearchConfig config, SearchSpace space, Violations violations)
    {
        if (check.Settings.Text(ProgramSettings.Command) is null && check.Settings.Text(ProgramSettings.Python) is null
            && !ExecutorSettings.AreMessages(check.Settings))
        {
            if (!check.Faults.HasErrors)
            {
                ConfigKey function = ConfigKeys.Document.Find("function")!;
                check.Faults.Error(
                    config.Root,
                    "function",
                    $"The search has no 'function', {function.Meaning}. Write for example \"function\": {function.Example}.");
            }

            return null;
        }

        try
        {
            return Evaluator.Read(check.Plan!, space, violations);
        }
        catch (FormatException error)
        {
            violations.Add(new Violation(
                check.Settings.SubjectOf(ProgramSettings.Command),
                "names a program",
                check.Settings.Text(ProgramSettings.Command),
                error.Message));
            return null;
        }
    }
}
