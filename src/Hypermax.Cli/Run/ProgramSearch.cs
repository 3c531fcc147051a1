using System.Globalization;
using Hypermax.Brokers;
using Hypermax.Build.Protocol;
using Hypermax.Errors;
using Hypermax.Execution;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Slurm;
using Hypermax.Storage.Journal;
using Hypermax.Workers;

namespace Hypermax.Run;

/// <summary>Searches for good parameters of a program, a Python function or a command on other machines.</summary>
/// <param name="read">Reads what the search begins with.</param>
/// <param name="lines">Takes what is said.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class ProgramSearch(Func<Violations, ProgramInput> read, SearchLines lines, TimeProvider clock)
{
    /// <summary>Gets what this process does of a study that several share, or null where it searches alone.</summary>
    public SharedWork? Shared { get; init; }

    /// <summary>Runs the search from the first check to the report.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        SearchTask task;
        IExecutor executor;
        ProgramInput input;
        CiReport? ci = null;
        try
        {
            Violations violations = new();
            input = read(violations);
            if (PlanOf(input, violations, out Evaluator? evaluator) is not { } plan)
            {
                return ExitCodes.Usage;
            }

            OpenFiles.Require(plan.Options.Workers);
            ci = new CiReport(
                new CiSubject(NameOf(input.Folder), input.File, Path.Combine(input.Folder, "ci"), plan.Settings),
                lines,
                clock,
                Environment.GetEnvironmentVariable);
            task = new SearchTask { Name = NameOf(input.Folder), Space = input.Space, Plan = plan };
            task = Shared is { } work ? task with { FolderOption = work.FolderOption } : task;
            executor = ExecutorSettings.AreMessages(plan.Settings)
                ? await BrokerTrials.ConnectAsync(plan.Settings, plan.Limits, lines, stop).ConfigureAwait(false)
                : await ExecutorOfAsync(evaluator!, plan, input, stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or FileNotFoundException or DirectoryNotFoundException)
        {
            lines.Say(BuildRules.BadSetting, error.Message);
            return ExitCodes.Usage;
        }
        catch (Exception error) when (error is ExecutorException or IOException or UnauthorizedAccessException)
        {
            lines.Say(BuildRules.CannotRun, error.Message);
            ci?.Write();
            return ExitCodes.Environment;
        }

        await using (executor.ConfigureAwait(false))
        {
            if (Shared is { } work)
            {
                SharedSearch shared = new(task, executor, work, lines, clock) { Observers = input.Observers, Begin = input.Begin };
                return await shared.RunAsync().ConfigureAwait(false);
            }

            input.Begin();
            ci.Begin(task);
            StudySearch search = new(task, executor, lines, clock) { Observers = input.Observers, Ended = ci.Take };
            int code = await search.RunAsync(stop).ConfigureAwait(false);
            ci.End();
            ci.Write();
            return code;
        }
    }

    private async Task<IExecutor> ExecutorOfAsync(Evaluator evaluator, SearchPlan plan, ProgramInput input, CancellationToken stop)
    {
        IExecutor executor = await evaluator.StartAsync(stop).ConfigureAwait(false);
        if (!ExecutorSettings.AreJobs(plan.Settings))
        {
            return executor;
        }

        // It was made for its checks: what cannot run here would meet the same on every node.
        await executor.DisposeAsync().ConfigureAwait(false);
        return await TrialJobs.CreateAsync(new NodePlan { Settings = plan.Settings }, plan, NameOf(input.Folder), input.Folder, lines, stop)
            .ConfigureAwait(false);
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    private SearchPlan? PlanOf(ProgramInput input, Violations violations, out Evaluator? evaluator)
    {
        SettingSet settings = WithWorkers(input.Settings, violations);
        string name = NameOf(input.Folder);
        SearchPlan plan = SearchPlan.Read(name, input.Folder, input.Space, settings, violations);
        evaluator = Evaluator.Read(plan, input.Space, violations);
        foreach (Violation violation in violations.Found)
        {
            lines.Say(BuildRules.BadSetting, violation.ToString(), input.PositionOf(violation));
        }

        if (evaluator is null || violations.Found.Count > 0)
        {
            return null;
        }

        return plan with
        {
            Options = plan.Options with
            {
                // The folder gives a new study its name; one that was renamed since keeps it.
                Name = plan.Options.StoreAddress is not null ? plan.Options.Name
                    : File.Exists(Path.Combine(input.Folder, JournalStore.FileName)) ? null : name,
                ObjectiveFingerprint = evaluator.Fingerprint,
            },
        };
    }

    // Each slot of a host is one trial at a time.
    private static SettingSet WithWorkers(SettingSet settings, Violations violations)
    {
        int slots = ExecutorSettings.Hosts(settings).Sum(host => host.Slots);
        if (slots > 0 && settings.Value(StudySettings.Workers) is int workers && workers > slots)
        {
            violations.Add(new Violation(
                settings.SubjectOf(StudySettings.Workers),
                $"is {workers.ToString(CultureInfo.InvariantCulture)}, but the hosts have {Counted.Of(slots, "slot")} in all",
                Value: null,
                "Lower it, leave it out for one trial a slot, or say how many a host may run at once with --host NAME*SLOTS."));
        }

        return slots == 0 ? settings : settings.With(StudySettings.Workers, slots, SettingSource.RunOption);
    }
}
