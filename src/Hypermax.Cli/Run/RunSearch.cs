using Hypermax.Errors;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Fingerprints;
using Hypermax.Import;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Migration;
using Hypermax.Tune;

namespace Hypermax.Run;

/// <summary>Searches for good parameters of a program, a Python function or a command on other machines.</summary>
internal sealed class RunSearch(RunOptions options, BuildLines lines, TextWriter errors, TimeProvider clock)
{
    /// <summary>Runs the search from the first check to the report.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        try
        {
            return await SearchAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (Exception error) when (CodeOf(error) is int code)
        {
            string text = error is StudyMismatchException mismatch ? MismatchText.Of(mismatch) : error.Message;
            foreach (string line in text.Split('\n'))
            {
                errors.WriteLine($"error: {line}");
            }

            return code;
        }
    }

    private static int? CodeOf(Exception error) => error switch
    {
        StudyInUseException or JournalFormatException or StudyMismatchException => ExitCodes.Conflict,
        FormatException or ArgumentException or ImportException or FileNotFoundException => ExitCodes.Usage,
        ExecutorException or IOException or UnauthorizedAccessException => ExitCodes.Environment,
        _ => null,
    };

    private async Task<int> SearchAsync(CancellationToken stop)
    {
        SearchSpace space = SpaceFile.Read(options.Space, Console.Error);
        Violations violations = new();
        SettingSet settings = WithWorkers(options.ReadSettings(violations));
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Folder));
        SearchPlan plan = SearchPlan.Read(name, options.Folder, space, settings, violations);
        if (violations.Found.Count > 0)
        {
            throw new FormatException(string.Join('\n', violations.Sentences));
        }

        OpenFiles.Require(plan.Options.Workers);
        plan = plan with
        {
            Options = plan.Options with
            {
                // The folder gives a new study its name; one that was renamed since keeps it.
                Name = File.Exists(Path.Combine(options.Folder, JournalStore.FileName)) ? null : name,
                ObjectiveFingerprint = FingerprintOf(options),
            },
        };
        CommandOptions how = new() { Limits = plan.Limits, SlotEnvironment = SearchPlan.SlotsOf(settings) };
        IExecutor executor = await Executors.CreateAsync(options, space, how, stop).ConfigureAwait(false);
        await using (executor.ConfigureAwait(false))
        {
            if (settings.Value(StudySettings.Force) == true && StudyMigration.SetAside(options.Folder) is { } archive)
            {
                lines.Message($"{name}: begins afresh; earlier trials are kept in {archive}");
            }

            using Study study = Open(plan, space);
            return await SearchAsync(study, new RunningTrials(executor, clock), how.Limits.WallTime, plan.Charts, stop).ConfigureAwait(false);
        }
    }

    private static string? FingerprintOf(RunOptions options)
    {
        string folder = options.WorkingDirectory ?? Directory.GetCurrentDirectory();
        return options.Python is { } function ? CommandFingerprint.OfPython(function, folder)
            : options.Command is { } command ? CommandFingerprint.OfCommand(CommandSpec.Parse(command), folder)
            : null;
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
            : throw new FormatException(FormattableString.Invariant($"{settings.SubjectOf(StudySettings.Workers)} is {workers}, but the hosts have {slots} {(slots == 1 ? "slot" : "slots")} in all. Lower it, leave it out for one trial a slot, or say how many a host may run at once with --host NAME*SLOTS."));
    }

    private Study Open(SearchPlan plan, SearchSpace space)
    {
        WarmStart? warmStart = plan.Settings.Text(StudySettings.WarmStart) is { } source ? WarmStart.Read(source, space, plan.Options.Direction) : null;
        Study study = Study.Create(space, plan.Options);
        if (study.ObjectiveChange is { } change)
        {
            errors.WriteLine($"warning: {study.Name}: {change}{MismatchText.ObjectiveRemedy(change)}");
        }

        foreach (string note in study.Recovered)
        {
            lines.Message($"{study.Name}: {note}");
        }

        if (warmStart is not null && study.Trials.Count == 0)
        {
            lines.Message($"{study.Name}: {warmStart.Into(study)}");
        }

        return study;
    }

    private async Task<int> SearchAsync(Study study, RunningTrials running, TimeSpan? limit, ReportCharts charts, CancellationToken stop)
    {
        ReportRefresh reports = new(study, () => new ReportOptions { Charts = charts, Notes = study.Recovered, Clock = clock });
        bool wasFailureSaid = false;
        StudyResult result;
        using (SearchProgress progress = new(study.Name, study.Header.Directions[0], running, limit, lines, clock))
        {
            void Look(StudyProgress state)
            {
                progress.Add(state);
                if (state.Trial.State == TrialState.Failed && !wasFailureSaid)
                {
                    wasFailureSaid = true;
                    errors.WriteLine(FormattableString.Invariant($"warning: trial {state.Trial.Number} failed ({state.Trial.Outcome?.Failure}): {state.Trial.Outcome?.Message} The search goes on; later failures are in results.csv and logs/."));
                }

                reports.Tick();
            }

            result = await study.RunAsync(running, Look, stop).ConfigureAwait(false);
        }

        reports.Finish($"{result.Reason}", tunedFile: null, ReportDetail.Everything);
        lines.Message(Text(study, result));
        return result.Reason == StopReason.Cancelled ? ExitCodes.Cancelled : result.Best is null ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static string Text(Study study, StudyResult result)
    {
        int failed = result.Trials.Count(trial => trial.State == TrialState.Failed);
        string best = result.Best is { } trial
            ? FormattableString.Invariant($"best {TrialText.Value(trial.Value)} (trial {trial.Number}): {TrialText.Point(study.Space, trial.Point)}")
            : "none of them complete";
        return FormattableString.Invariant($"{study.Name}: {Counted.Of(result.Trials.Count(trial => trial.IsFinished), "trial")} ({failed} failed), {best}\n  report: {Path.Combine(study.Folder!, "report.html")}");
    }
}
