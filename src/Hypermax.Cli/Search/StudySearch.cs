using Hypermax.Build.Protocol;
using Hypermax.Execution;
using Hypermax.Reports;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>Runs one search from the first to the last line that anybody sees of it.</summary>
internal sealed class StudySearch(SearchTask task, IExecutor executor, SearchLines lines, TimeProvider clock)
{
    /// <summary>Gets who else takes the study and what the search found in it.</summary>
    public Action<Study, StudyResult>? Ended { get; init; }

    /// <summary>Gets who follows the search while it runs; disposed of when it has ended.</summary>
    public IReadOnlyList<ISearchObserver> Observers { get; init; } = [];

    /// <summary>Runs the search.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using SearchObservers observers = new(Observers, lines);
        using Study? study = new SearchOpening(task, lines).Open(out int exitCode);
        if (study is null)
        {
            return exitCode;
        }

        int before = study.Trials.Count(trial => trial.IsFinished && !trial.IsAdded);
        ReportRefresh reports = new(study, () => OptionsOf(study));
        StudyResult result;
        IReadOnlyList<double> repeats;
        try
        {
            result = await SearchAsync(study, reports, observers, stop).ConfigureAwait(false);
            repeats = await new BestRepeats(task, study, executor, lines).TakeAsync(result, stop).ConfigureAwait(false);
        }
        catch (Exception error) when ((SearchTrouble.Of(error, task) ?? TroubleOfSpace(error)) is { } trouble)
        {
            observers.End(result: null);
            return trouble.Tell(lines, task.PositionOf());
        }

        observers.End(result);
        Ended?.Invoke(study, result);
        return new SearchEnding(task, study, lines).Tell(result, reports, before, repeats);
    }

    // A space whose own rules reject whatever is proposed.
    private SearchTrouble? TroubleOfSpace(Exception error) => error is InvalidOperationException
        ? new SearchTrouble(BuildRules.CannotRun, $"The search of '{task.Name}' cannot go on: {error.Message}", ExitCodes.Environment)
        : null;

    private async Task<StudyResult> SearchAsync(Study study, ReportRefresh reports, SearchObservers observers, CancellationToken stop)
    {
        FirstFailure failure = new(task, lines);
        RunningTrials running = new(executor, clock);
        observers.Begin(task, study, running);
        using SearchProgress progress = new(study.Name, study.Header.Directions[0], running, task.Plan.Limits.WallTime, lines, clock);
        return await study.RunAsync(
            running,
            state =>
            {
                progress.Add(state);
                observers.Add(state);
                lines.Detail($"  {TrialText.Why(study.Name, study.Space, state.Trial)}");
                failure.Look(state.Trial);
                reports.Tick();
            },
            stop).ConfigureAwait(false);
    }

    private ReportOptions OptionsOf(Study study) => new()
    {
        Charts = task.Plan.Charts,
        Notes = [.. study.Recovered, .. study.Migration is { } migration ? new[] { migration.ToString() } : []],
        Settings =
        [
            .. study.Header.MethodOptions is { Length: > 0 } options ? [new("options of the method", options)] : Array.Empty<KeyValuePair<string, string>>(),
            new("workers", FormattableString.Invariant($"{study.Options.Workers}")),
            .. Row("project", Path.GetFileNameWithoutExtension(task.Project)),
            .. Row("loss", task.Plan.Settings.Text(TrialSettings.Loss)),
        ],
        TunedFacts = task.TunedFacts,
        ChooseCommand = study.Header.Directions.Count > 1 ? task.ChooseCommand : null,
        Clock = clock,
    };

    private static KeyValuePair<string, string>[] Row(string name, string? value) => value is null ? [] : [new(name, value)];
}
