using System.Diagnostics;
using Hypermax.Build.Protocol;
using Hypermax.Execution;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Storage;
using Hypermax.Stores;

namespace Hypermax.Workers;

/// <summary>Takes part in the search of a study that several processes share: begins it or joins it, runs trials, and leaves.</summary>
/// <param name="task">What is searched.</param>
/// <param name="executor">Runs the trials.</param>
/// <param name="work">What this worker does of it.</param>
/// <param name="lines">Takes what is said.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class SharedSearch(SearchTask task, IExecutor executor, SharedWork work, SearchLines lines, TimeProvider clock)
{
    // A report, a compaction, or a question where a search stands takes the folder for a moment.
    private static readonly TimeSpan LongestUse = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    /// <summary>Gets who follows the search.</summary>
    public IReadOnlyList<ISearchObserver> Observers { get; init; } = [];

    /// <summary>Gets what makes the folder ready once the study is open.</summary>
    public Action Begin { get; init; } = () => { };

    /// <summary>Works until the study is finished or this worker is to leave.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync()
    {
        if (Refusal() is { } refusal)
        {
            lines.Say(BuildRules.BadSetting, refusal);
            return ExitCodes.Usage;
        }

        StudyResult result;
        try
        {
            Directory.CreateDirectory(task.Folder);
            using IStudyStore store = Open();
            result = await WorkAsync(store).ConfigureAwait(false);
        }
        catch (StudyMismatchException mismatch)
        {
            lines.Say(MismatchText.RuleOf(mismatch), TextOf(mismatch));
            return ExitCodes.Conflict;
        }
        catch (Exception error) when (SearchTrouble.Of(error, task) is { } trouble)
        {
            return trouble.Tell(lines, position: null);
        }

        bool isOver = result.Reason is not (StopReason.Stopped or StopReason.Cancelled or StopReason.Timeout);
        new LastReport(task, lines, clock).WriteIfLast(isOver, EndText.Of(result.Reason, task.Plan.Options));
        return work.Leave.WasEnded ? ExitCodes.Cancelled
            : isOver && !result.Trials.Any(trial => trial.IsComplete) ? ExitCodes.Failed
            : ExitCodes.Done;
    }

    // What one process alone may do to a study.
    private string? Refusal()
    {
        SettingSet settings = task.Plan.Settings;
        if (ExecutorSettings.AreJobs(settings))
        {
            return $"{settings.SubjectOf(TrialSettings.Executor)} gives trials to jobs, and a worker runs its trials itself. Leave it out: "
                + "'hypermax slurm submit' makes jobs of workers.";
        }

        Setting? setting = settings.Value(StudySettings.Force) == true ? StudySettings.Force
            : task.Plan.Options.SpaceChange != default ? StudySettings.SpaceChange
            : null;
        return setting is null
            ? null
            : $"{settings.SubjectOf(setting)} changes trials that other workers use, so it is not for a shared study. "
                + "Change the study alone, with a search of its folder that does not share, or begin in another folder.";
    }

    private IStudyStore Open()
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return StoreOpening.Open(task, lines, clock);
            }
            catch (StudyInUseException) when (Stopwatch.GetElapsedTime(started) < LongestUse && !work.Leave.Leaving.IsCancellationRequested)
            {
                work.Leave.Leaving.WaitHandle.WaitOne(BetweenTries);
            }
        }
    }

    private string? NewName => task.Plan.Options.StoreAddress is not null
        ? task.Plan.Options.Name
        : Path.GetFileName(Path.TrimEndingDirectorySeparator(task.Folder));

    private StudyOptions OptionsFor(IStudyStore store) => task.Plan.Options with
    {
        Store = store,
        StoreAddress = null,
        Folder = task.Folder,
        Name = store.Header is null ? NewName : null,
        LeavesWhenIdle = work.LeavesWhenIdle,

        // Others may be running trials of the objective that is recorded at this moment.
        ObjectiveChange = task.Plan.Settings.SourceOf(StudySettings.ObjectiveChange) is null
            ? ObjectiveChangeAnswer.Fail
            : task.Plan.Options.ObjectiveChange,
    };

    private async Task<StudyResult> WorkAsync(IStudyStore store)
    {
        WorkerLines words = new(task, work, lines);
        using SearchObservers observers = new(Observers, lines);
        int begun = 0;
        Study? study = null;
        study = Study.Create(task.Space, OptionsFor(store) with
        {
            BeforeTrial = _ =>
            {
                if (++begun == work.MaxTrials)
                {
                    study!.Stop();
                }
            },
        });
        using Study opened = study;
        Begin();
        StoreLines.Begin(task, study, lines);
        AddWarmStart(store, study);
        words.Begin(study);
        RunningTrials running = new(new InterruptedTrials(executor, work.Leave), clock);
        observers.Begin(task, study, running);
        if (work.Leave.Leaving.IsCancellationRequested)
        {
            return End(new StudyResult(study.Best, study.Trials, StopReason.Stopped));
        }

        Task<StudyResult> search = study.RunAsync(
            running,
            state =>
            {
                observers.Add(state);
                words.Add(study, state);
            },
            work.Leave.Ending);

        // Only now, for a search begins without the wish to stop.
        using CancellationTokenRegistration leaving = work.Leave.Leaving.Register(study.Stop);
        using IDisposable? timer = work.MaxTime is { } time ? LongWaits.After(clock, time, study.Stop) : null;
        return End(await search.ConfigureAwait(false));

        StudyResult End(StudyResult result)
        {
            observers.End(result);
            words.End(study, result, begun);
            return result;
        }
    }

    // In one turn, or two workers that begin together would both add them.
    private void AddWarmStart(IStudyStore store, Study study)
    {
        if (WarmStart.Read(task.Plan.Settings, task.Space, study.Direction) is not { } warm)
        {
            return;
        }

        using (store.Enter())
        {
            if (store.Trials.Count == 0)
            {
                lines.Once($"{study.Name}: {warm.Into(study)}");
            }
        }
    }

    private static string TextOf(StudyMismatchException mismatch) =>
        $"This worker is not one of study '{mismatch.Header.Name}', which others work on: {string.Join("; ", mismatch.Differences)}. "
        + "Give all workers the same configuration and the same program, or begin another study in another folder.";
}
