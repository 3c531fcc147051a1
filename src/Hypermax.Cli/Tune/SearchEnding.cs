using Hypermax.Analysis.Findings;
using Hypermax.Build.Protocol;
using Hypermax.Errors;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Reports;
using Hypermax.Settings;
using Hypermax.Storage.Journal;

namespace Hypermax.Tune;

/// <summary>Writes the report of a search that has ended, says what came out, and decides whether the build fails.</summary>
internal sealed class SearchEnding(TuneArguments arguments, WorkerObjective objective, Study study, BuildLines lines)
{
    private const int MostFindings = 5;

    private string TunedFile => arguments.TunedFileOf(study.Name);

    /// <summary>Ends a search.</summary>
    /// <param name="result">What it found.</param>
    /// <param name="reports">Writes the report.</param>
    /// <param name="before">How many trials were finished before it began.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public int Tell(StudyResult result, ReportRefresh reports, int before)
    {
        bool isCancelled = result.Reason == StopReason.Cancelled;
        byte[]? tunedBefore = Content(TunedFile);
        ReportOutcome report = reports.Finish(Limit(result), isCancelled ? null : TunedFile, isCancelled ? ReportDetail.Pages : ReportDetail.Everything);
        foreach (ReportFailure failure in report.Failures)
        {
            lines.Say(BuildRules.ReportIncomplete, $"The report of '{study.Name}' lacks {failure.Part}: {TrialText.FirstLine(failure.Reason)} The trials themselves are kept. Correct the cause and run the build again.");
            if (failure.Error is not (null or IOException or UnauthorizedAccessException))
            {
                lines.Detail(failure.Error.ToString());
            }
        }

        TellResult(result, before);
        if (isCancelled)
        {
            return ExitCodes.Cancelled;
        }

        TellFindings(report);
        if (tunedBefore is null ? File.Exists(TunedFile) : Content(TunedFile) is { } now && !now.AsSpan().SequenceEqual(tunedBefore))
        {
            lines.Tuned(TunedFile);
        }

        return Judge(result);
    }

    private static byte[]? Content(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    private string Limit(StudyResult result) => result.Reason switch
    {
        StopReason.Trials => FormattableString.Invariant($"the budget of {Counted.Of(study.Options.Trials, "trial")}"),
        StopReason.Timeout => $"the time limit of {TrialText.Time(study.Options.Timeout ?? TimeSpan.Zero)}",
        StopReason.Target => FormattableString.Invariant($"the target of {study.Options.Target}"),
        StopReason.Patience => FormattableString.Invariant($"the patience of {Counted.Of(study.Options.Patience ?? 0, "trial")} without a better value"),
        StopReason.Noise => "noise: what more trials could gain is estimated to be below it",
        StopReason.Exhausted => "the space itself, for every point has been tried",
        StopReason.Cancelled => "cancellation",
        _ => result.Reason.ToString(),
    };

    private void TellResult(StudyResult result, int before)
    {
        TrialRecord[] finished = [.. result.Trials.Where(trial => trial.IsFinished && !trial.IsAdded)];
        int failed = finished.Count(trial => trial.State == TrialState.Failed);
        string failures = failed > 0 ? FormattableString.Invariant($" ({failed} failed)") : string.Empty;
        string best = result.Best is { } trial
            ? FormattableString.Invariant($", best {TrialText.Value(trial.Value)} (trial {trial.Number}): {TrialText.Point(study.Space, trial.Point)}")
            : ", none of them complete";
        lines.Message(FormattableString.Invariant($"{study.Name}: {Counted.Of(finished.Length, "trial")}{failures}{best}"));
        if (result.Reason is not StopReason.Trials)
        {
            string goesOn = result.Reason is StopReason.Cancelled or StopReason.Timeout ? "; the next build goes on from here" : string.Empty;
            lines.Message($"  ended by {Limit(result)}{goesOn}");
        }
        else if (finished.Length == before)
        {
            lines.Message("  nothing was left to do: -p:HypertuneTrials=N asks for more trials, -p:HypertuneForce=true begins afresh");
        }

        lines.Message($"  report: {Path.GetRelativePath(arguments.ProjectFolder, Path.Combine(study.Folder!, "report.html")).Replace('\\', '/')}");
    }

    // What the search taught about the space, at the attributes it is about; the report has all of it.
    private void TellFindings(ReportOutcome report)
    {
        foreach (Finding finding in report.Findings.Where(finding => finding.Suggestion is not null).Take(MostFindings))
        {
            lines.Say(BuildRules.Finding, finding.ToString(), Positions.Of(arguments, finding.Position ?? objective.Position));
        }
    }

    private int Judge(StudyResult result)
    {
        TrialRecord[] finished = [.. result.Trials.Where(trial => trial.IsFinished)];
        int complete = finished.Count(trial => trial.IsComplete);
        int failed = finished.Count(trial => trial.State == TrialState.Failed);
        SourcePosition position = Positions.Of(arguments, objective.Position);
        if (complete == 0 && finished.Length > 0)
        {
            TrialRecord first = finished[0];
            lines.Say(BuildRules.NothingCompleted, FormattableString.Invariant($"None of the {Counted.Of(finished.Length, "trial")} of '{study.Name}' completed; a search needs values to compare. Trial {first.Number} failed ({first.Outcome?.Failure}): {TrialText.FirstLine(first.Outcome?.Message)} Repeat it alone with -p:HypertuneStudy={study.Name} -p:HypertuneRepeat={first.Number}, correct the objective, then begin afresh with -p:HypertuneForce=true."), position);
            return ExitCodes.Failed;
        }

        FailOnRule[] broken = [.. arguments.Settings.List(BuildSettings.FailOn).Where(rule => rule.IsBroken(result.Best?.Value ?? double.NaN, failed, complete, finished.Length))];
        foreach (FailOnRule rule in broken)
        {
            lines.Say(BuildRules.ConditionBroken, FormattableString.Invariant($"Study '{study.Name}' does what HypertuneFailOn forbids: {rule.Text}. Its best value is {TrialText.Value(result.Best?.Value ?? double.NaN)}; {complete} of {Counted.Of(finished.Length, "trial")} completed and {failed} failed. Search longer with -p:HypertuneTrials, improve the objective, or relax the condition."), position);
        }

        if (broken.Length > 0)
        {
            return ExitCodes.Failed;
        }

        // A search that ran out of time goes on in the next build, so it is not up to date.
        if (result.Reason != StopReason.Timeout)
        {
            lines.File(Path.Combine(study.Folder!, JournalStore.FileName));
            lines.File(Path.Combine(study.Folder!, "report.html"));
            lines.File(TunedFile);
        }

        return ExitCodes.Done;
    }
}
