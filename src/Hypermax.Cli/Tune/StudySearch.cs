using Hypermax.Build.Protocol;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Execution;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Tune;

/// <summary>Searches one objective from the first to the last line that the build shows of it.</summary>
internal sealed class StudySearch(TuneArguments arguments, WorkerObjective objective, SearchPlan plan, IExecutor executor, BuildLines lines, TimeProvider clock)
{
    /// <summary>Runs the search.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using Study? study = new StudyOpener(arguments, objective, plan, lines).Open(out int exitCode);
        if (study is null)
        {
            return exitCode;
        }

        int before = study.Trials.Count(trial => trial.IsFinished && !trial.IsAdded);
        ReportRefresh reports = new(study, () => OptionsOf(study));
        StudyResult result;
        try
        {
            result = await SearchAsync(study, reports, stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            lines.Say(BuildRules.StoreFailed, StoreTrouble.Explain(study.Name, study.Folder!, error), Positions.Of(arguments, objective.Position));
            return ExitCodes.Environment;
        }
        catch (Exception error) when (error is ExecutorException or InvalidOperationException)
        {
            lines.Say(BuildRules.CannotRun, $"The search of '{study.Name}' cannot go on: {error.Message}", Positions.Of(arguments, objective.Position));
            return ExitCodes.Environment;
        }

        return new SearchEnding(arguments, objective, study, lines).Tell(result, reports, before);
    }

    private async Task<StudyResult> SearchAsync(Study study, ReportRefresh reports, CancellationToken stop)
    {
        FirstFailure failure = new(arguments, study.Name, study.Space, objective.Position, lines);
        RunningTrials running = new(executor, clock);
        using SearchProgress progress = new(study.Name, study.Header.Directions[0], running, plan.Limits.WallTime, lines, clock);
        return await study.RunAsync(
            running,
            state =>
            {
                progress.Add(state);
                lines.Detail($"  {TrialText.Why(study.Name, study.Space, state.Trial)}");
                failure.Look(state.Trial);
                reports.Tick();
            },
            stop).ConfigureAwait(false);
    }

    private ReportOptions OptionsOf(Study study) => new()
    {
        Charts = plan.Charts,
        Notes = [.. study.Recovered, .. study.Migration is { } migration ? new[] { migration.ToString() } : []],
        Settings =
        [
            .. study.Options.Method == study.Header.Method ? [] : new KeyValuePair<string, string>[] { new("method now", study.Options.Method) },
            new("workers", FormattableString.Invariant($"{study.Options.Workers}")),
            new("project", arguments.ProjectName),
            .. plan.Settings.Text(TrialSettings.Loss) is { } loss ? [new("loss", loss)] : Array.Empty<KeyValuePair<string, string>>(),
        ],
        Clock = clock,
    };
}
