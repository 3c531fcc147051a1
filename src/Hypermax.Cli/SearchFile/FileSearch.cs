using Hypermax.Brokers;
using Hypermax.Build.Protocol;
using Hypermax.Config;
using Hypermax.Config.Keys;
using Hypermax.Execution;
using Hypermax.Import;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Slurm;
using Hypermax.Storage.Journal;
using Hypermax.Workers;

namespace Hypermax.SearchFile;

/// <summary>Runs the search of a configuration: reads and checks it whole, chooses the folder, and hands it to the one engine of all searches.</summary>
internal sealed class FileSearch(FileSearchOptions options, SearchLines lines, TextWriter errors, TimeProvider clock)
{
    /// <summary>Gets who follows the search besides the file of running trials.</summary>
    public IReadOnlyList<ISearchObserver> Observers { get; init; } = [];

    /// <summary>Runs the search.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        try
        {
            ConfigCheck check = ConfigCheck.Read(options.File, options.Properties, options.Shortcuts);
            CheckText.Write(check, errors);
            if (!check.IsRight)
            {
                return ExitCodes.Usage;
            }

            return check.Config!.Function == FunctionKeys.Dotnet
                ? await RunObjectiveAsync(check, stop).ConfigureAwait(false)
                : await RunProgramAsync(check, stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException && !File.Exists(options.File))
        {
            return Say(BuildRules.BadSetting, ConfigPath.Missing(options.File), ExitCodes.Usage);
        }
        catch (Exception error) when (error is FormatException or ImportException or FileNotFoundException)
        {
            return Say(BuildRules.BadSetting, error.Message, ExitCodes.Usage);
        }
        catch (StudyInUseException error)
        {
            return Say(BuildRules.StudyInUse, error.Message, ExitCodes.Conflict);
        }
        catch (ExecutorException error)
        {
            return Say(BuildRules.CannotRun, error.Message, ExitCodes.Environment);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Say(
                BuildRules.StoreFailed,
                $"Results cannot be kept: {TrialText.FirstLine(error.Message)} A search writes its results as it goes on. "
                    + "Make the folder writable, free disk space, or name another folder behind the configuration.",
                ExitCodes.Environment);
        }
    }

    private int Say(BuildRule rule, string text, int code)
    {
        lines.Say(rule, text);
        return code;
    }

    private async Task<int> RunProgramAsync(ConfigCheck check, CancellationToken stop) =>
        InputOf(check.Config!, check.Config!.Space!, check.Plan!) is { } input
            ? await new ProgramSearch(_ => input, lines, clock) { Shared = options.Shared }.RunAsync(stop).ConfigureAwait(false)
            : ExitCodes.Cancelled;

    private async Task<int> RunObjectiveAsync(ConfigCheck check, CancellationToken stop)
    {
        OpenFiles.Require(check.Settings.Value(StudySettings.Workers) ?? 1);
        DotnetObjective objective = await DotnetObjective.StartAsync(check.Config!, check.Settings, stop).ConfigureAwait(false);
        await using (objective.ConfigureAwait(false))
        {
            SearchSpace space = objective.Objective.Space;
            if (PlanOf(check, objective, string.Empty, check.Settings.Over(objective.Objective.Settings)) is not { } plan)
            {
                return ExitCodes.Usage;
            }

            if (InputOf(check.Config!, space, plan) is not { } input)
            {
                return ExitCodes.Cancelled;
            }

            // Once more, with what follows from the folder.
            if (PlanOf(check, objective, input.Folder, input.Settings) is not { } whole)
            {
                return ExitCodes.Usage;
            }

            SearchTask task = new() { Name = Path.GetFileName(input.Folder), Space = space, Plan = whole };
            IExecutor executor = ExecutorSettings.AreMessages(whole.Settings)
                ? await BrokerTrials.ConnectAsync(whole.Settings, whole.Limits, lines, stop).ConfigureAwait(false)
                : await objective.ExecutorOfAsync(whole, input.Folder, lines, stop).ConfigureAwait(false);
            await using (executor.ConfigureAwait(false))
            {
                if (options.Shared is { } work)
                {
                    SharedSearch shared = new(task with { FolderOption = work.FolderOption }, executor, work, lines, clock)
                    {
                        Observers = input.Observers,
                        Begin = input.Begin,
                    };
                    return await shared.RunAsync().ConfigureAwait(false);
                }

                input.Begin();
                return await new StudySearch(task, executor, lines, clock) { Observers = input.Observers }.RunAsync(stop).ConfigureAwait(false);
            }
        }
    }

    private SearchPlan? PlanOf(ConfigCheck check, DotnetObjective objective, string folder, SettingSet settings)
    {
        Violations violations = new();
        string name = Path.GetFileName(folder);
        settings = FigurePlan.Over(settings, objective.Objective.Goals, objective.Objective.Constraints, violations);
        SearchPlan plan = SearchPlan.Read(name, folder, objective.Objective.Space, settings, violations);
        ExecutorSettings.Workers(settings, plan.Limits, violations);
        TrialJobs.Check(plan, violations);
        BrokerTrials.Check(settings, violations);
        foreach (Violation violation in violations.Found)
        {
            lines.Say(BuildRules.BadSetting, violation.ToString(), check.Config!.PlaceOf(violation));
        }

        return violations.Found.Count > 0 ? null : plan with
        {
            Options = plan.Options with
            {
                Name = plan.Options.StoreAddress is not null ? plan.Options.Name
                    : name.Length == 0 || File.Exists(Path.Combine(folder, JournalStore.FileName)) ? null : name,
                ObjectiveFingerprint = objective.Fingerprint,
            },
        };
    }

    private ProgramInput? InputOf(SearchConfig config, SearchSpace space, SearchPlan plan)
    {
        if (ChoiceOf(config, space, plan) is not { } choice)
        {
            return null;
        }

        SettingSet settings = plan.Settings;
        if (choice.Number is int number && settings.SourceOf(StudySettings.Seed) is null)
        {
            // A second search of the same file would otherwise try the same points.
            settings = settings.With(StudySettings.Seed, number, SettingSource.RunOption);
        }

        if (choice.IsOfHypermax)
        {
            HypermaxFolder.Check(choice.Folder, plan);
        }

        return new ProgramInput
        {
            File = Path.GetFullPath(options.File),
            Folder = Path.GetFullPath(choice.Folder),
            Space = space,
            Settings = WithGuidance(settings, choice.Folder),
            PositionOf = config.PlaceOf,
            Begin = () => Begin(config, space, plan, choice),
            Observers = options.Shared is not null
                ? Observers
                : [new CurrentTrials(clock), .. Observers.Where(observer => config.HasScreen != false || observer is not Ui.SearchUi)],
        };
    }

    // Where several share a study, nobody is asked where to go on.
    private FolderChoice? ChoiceOf(SearchConfig config, SearchSpace space, SearchPlan plan) =>
        SharedFolderOf(config, plan.Options) is { } folder
            ? new FolderChoice(Path.GetFullPath(folder), IsOfHypermax: false, Number: null)
            : FolderChoice.Of(options, config.Directory, space, plan, config.Root.Find("function")?.Value, lines);

    private string? SharedFolderOf(SearchConfig config, StudyOptions study)
    {
        string? named = options.Shared?.Folder ?? options.Folder;
        if (study.StoreAddress is not { } store)
        {
            return options.Shared is null ? null : named ?? throw new FormatException(
                "A worker shares a study: name its folder with --folder, or its store with --store and --study.");
        }

        if (!StoreText.IsFolder(store))
        {
            return named ?? $"{config.Directory}_{TunedFileName.StemOf(study.Name!)}";
        }

        return named is null ? study.Folder : throw new FormatException(
            $"The store '{store}' is a folder, in which the study has one of its own; leave '{named}' out.");
    }

    private void Begin(SearchConfig config, SearchSpace space, SearchPlan plan, FolderChoice choice)
    {
        if (choice.IsOfHypermax)
        {
            HypermaxFolder.Adopt(choice.Folder, space, plan, lines);
        }

        ResultFiles.Write(choice.Folder, config);
    }

    // What lies in the folder from before; a new one has none.
    private static SettingSet WithGuidance(SettingSet settings, string folder) =>
        settings.SourceOf(StudySettings.Guidance) is null && File.Exists(Path.Combine(folder, ResultFiles.Guidance))
        ? settings.With(
            StudySettings.Guidance, Path.GetFullPath(Path.Combine(folder, ResultFiles.Guidance)), SettingSource.Key(ResultFiles.Guidance))
        : settings;
}
