using Hypermax.Build.Protocol;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Fingerprints;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Storage.Journal;

namespace Hypermax.Run;

/// <summary>Searches for good parameters of a program, a Python function or a command on other machines.</summary>
internal sealed class ProgramSearch(RunOptions options, SearchLines lines, TimeProvider clock)
{
    /// <summary>Runs the search from the first check to the report.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        SearchTask task;
        IExecutor executor;
        try
        {
            SearchSpace space = SpaceFile.Read(options.Space, Console.Error);
            if (PlanOf(space) is not { } plan)
            {
                return ExitCodes.Usage;
            }

            OpenFiles.Require(plan.Options.Workers);
            task = new SearchTask { Name = NameOf(options.Folder), Space = space, Plan = plan };
            CommandOptions how = new() { Limits = plan.Limits, SlotEnvironment = SearchPlan.SlotsOf(plan.Settings) };
            executor = await Executors.CreateAsync(options, space, how, stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or FileNotFoundException or DirectoryNotFoundException)
        {
            lines.Say(BuildRules.BadSetting, error.Message);
            return ExitCodes.Usage;
        }
        catch (Exception error) when (error is ExecutorException or IOException or UnauthorizedAccessException)
        {
            lines.Say(BuildRules.CannotRun, error.Message);
            return ExitCodes.Environment;
        }

        await using (executor.ConfigureAwait(false))
        {
            return await new StudySearch(task, executor, lines, clock).RunAsync(stop).ConfigureAwait(false);
        }
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    private static string? FingerprintOf(RunOptions options)
    {
        string folder = options.WorkingDirectory ?? Directory.GetCurrentDirectory();
        return options.Python is { } function ? CommandFingerprint.OfPython(function, folder)
            : options.Command is { } command ? CommandFingerprint.OfCommand(CommandSpec.Parse(command), folder)
            : null;
    }

    private SearchPlan? PlanOf(SearchSpace space)
    {
        Violations violations = new();
        SettingSet settings = WithWorkers(options.ReadSettings(violations));
        string name = NameOf(options.Folder);
        SearchPlan plan = SearchPlan.Read(name, options.Folder, space, settings, violations);
        foreach (string sentence in violations.Sentences)
        {
            lines.Say(BuildRules.BadSetting, sentence);
        }

        if (violations.Found.Count > 0)
        {
            return null;
        }

        return plan with
        {
            Options = plan.Options with
            {
                // The folder gives a new study its name; one that was renamed since keeps it.
                Name = File.Exists(Path.Combine(options.Folder, JournalStore.FileName)) ? null : name,
                ObjectiveFingerprint = FingerprintOf(options),
            },
        };
    }

    // Each slot of a host is one trial at a time.
    private SettingSet WithWorkers(SettingSet settings)
    {
        int slots = Executors.Hosts(options).Sum(host => host.Slots);
        if (slots == 0)
        {
            return settings;
        }

        return settings.Value(StudySettings.Workers) is not int workers || workers <= slots
            ? settings.With(StudySettings.Workers, slots, SettingSource.RunOption)
            : throw new FormatException(FormattableString.Invariant($"{settings.SubjectOf(StudySettings.Workers)} is {workers}, but the hosts have {slots} {(slots == 1 ? "slot" : "slots")} in all. ")
                + "Lower it, leave it out for one trial a slot, or say how many a host may run at once with --host NAME*SLOTS.");
    }
}
