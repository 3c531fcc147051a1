using Hypermax.Analysis.Findings;
using Hypermax.Build.Protocol;
using Hypermax.Ci;
using Hypermax.Errors;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Settings;
using Hypermax.Storage.Journal;
using Hypermax.Stores;
using Hypermax.Studies;

namespace Hypermax.Search;

/// <summary>Writes the report of a search that has ended and says what came out.</summary>
internal sealed class SearchEnding(SearchTask task, Study study, SearchLines lines)
{
    private const int MostFindings = 5;

    private string Report => Path.Combine(study.Folder!, "report.html");

    /// <summary>Ends a search.</summary>
    /// <param name="result">What it found.</param>
    /// <param name="reports">Writes the report.</param>
    /// <param name="before">How many trials were finished before it began.</param>
    /// <param name="bestRepeats">The values of its best point when it was evaluated again.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public int Tell(StudyResult result, ReportRefresh reports, int before, IReadOnlyList<double> bestRepeats)
    {
        string endedBy = EndText.Of(result.Reason, study.Options with { Trials = study.PlannedTrials });
        if (result.Reason == StopReason.Cancelled)
        {
            TellMissing(reports.Finish(endedBy, tunedFile: null, ReportDetail.Pages));
            TellResult(result, endedBy, before);
            return ExitCodes.Cancelled;
        }

        TunedFacts recorded = TunedFacts.Read(task.TunedFile, task.Space);
        byte[]? tunedBefore = Tuned();
        bool isChosen = new FrontPick(task, study, lines).TryChoose(recorded.Choice, out ChosenTrial? chosen);
        ReportOutcome report = reports.Finish(endedBy, isChosen ? task.TunedFile : null, ReportDetail.Everything, bestRepeats, chosen);
        TellMissing(report);
        TellResult(result, endedBy, before, chosen);
        TellKills(result);
        TellSilence();
        TellFindings(report);
        if (Tuned() is { } tuned && !tuned.AsSpan().SequenceEqual(tunedBefore))
        {
            lines.Tuned(task.TunedFile!);
        }

        int code = new SearchVerdict(task, study, lines).Of(result, recorded.Value);
        code = isChosen ? code : Math.Max(code, ExitCodes.Usage);
        if (code == ExitCodes.Done && result.Reason is not (StopReason.Timeout or StopReason.Stopped))
        {
            TellFiles();
        }

        return code;
    }

    private byte[]? Tuned() => File.Exists(task.TunedFile) ? File.ReadAllBytes(task.TunedFile) : null;

    private void TellMissing(ReportOutcome report)
    {
        foreach (ReportFailure failure in report.Failures)
        {
            lines.Say(
                BuildRules.ReportIncomplete,
                $"The report of '{study.Name}' lacks {failure.Part}: {TrialText.FirstLine(failure.Reason)} "
                + "The trials themselves are kept. Correct the cause and run the search again.");
            if (failure.Error is not (null or IOException or UnauthorizedAccessException))
            {
                lines.Detail(failure.Error.ToString());
            }
        }
    }

    private void TellResult(StudyResult result, string endedBy, int before, ChosenTrial? chosen = null)
    {
        TrialRecord[] finished = [.. result.Trials.Where(trial => trial.IsFinished && !trial.IsAdded)];
        string failures = Others(finished);
        string best = result.Best is not { } trial
            ? (study.Trials.Any(other => other.IsComplete) ? ", none of them keeps all constraints" : ", none of them complete")
            : study.Header.Directions.Count > 1 ? FrontText(trial, chosen)
            : FormattableString.Invariant($", best {TrialText.Value(trial.Value)} (trial {trial.Number}): {TrialText.Point(study.Space, trial.Point)}");
        lines.Message($"{study.Name}: {Counted.Of(finished.Length, "trial")}{failures}{best}");
        if (result.Reason is not StopReason.Trials)
        {
            string goesOn = result.Reason is StopReason.Cancelled or StopReason.Stopped or StopReason.Timeout
                ? "; the next search goes on from here" : string.Empty;
            lines.Message($"  ended by {endedBy}{goesOn}");
        }
        else if (finished.Length == before)
        {
            string afresh = task.Plan.Options.StoreAddress is null ? $", {task.Once(StudySettings.Force, "true")} begins afresh" : string.Empty;
            lines.Message($"  nothing was left to do: {task.Lasting(StudySettings.Trials, "N")} asks for more trials{afresh}");
        }

        lines.Message($"  report: {task.Shown(Report)}");
    }

    private string FrontText(TrialRecord knee, ChosenTrial? chosen)
    {
        TrialRecord trial = chosen?.Trial ?? knee;
        return $", front of {Counted.Of(study.Front.Count, "trial")}, {(chosen is null ? "knee" : "chosen")} {FigureText.Of(study.Header, trial, "G5")} "
            + FormattableString.Invariant($"(trial {trial.Number}{(chosen is null ? string.Empty : ", " + chosen.Choice)}): ")
            + TrialText.Point(study.Space, trial.Point);
    }

    private static string Others(TrialRecord[] finished)
    {
        (TrialState State, string Word)[] kinds =
            [(TrialState.Failed, "failed"), (TrialState.Pruned, "stopped early"), (TrialState.Partial, "at smaller budgets")];
        string[] parts =
        [
            .. kinds.Select(kind => (Count: finished.Count(trial => trial.State == kind.State), kind.Word))
                .Where(part => part.Count > 0)
                .Select(part => FormattableString.Invariant($"{part.Count} {part.Word}")),
        ];
        return parts.Length > 0 ? $" ({string.Join(", ", parts)})" : string.Empty;
    }

    // Only its trials tell whether an objective reports.
    private void TellSilence()
    {
        if (StudyAdvice.OnReports(study.Options, study.Trials) is { } advice)
        {
            lines.Say(BuildRules.Advice, $"Study '{study.Name}': {advice}", task.PositionOf());
        }
    }

    private void TellKills(StudyResult result)
    {
        foreach (string kills in CiStudy.Of(study.Header, result.Trials).Kills)
        {
            lines.Say(BuildRules.TrialsKilled, kills, task.PositionOf());
        }
    }

    // What the search taught about the space, at the attributes it is about; the report has all of it.
    private void TellFindings(ReportOutcome report)
    {
        foreach (Finding saved in report.Findings.Where(finding => finding is { Kind: FindingKind.PruningSaved, Suggestion: null }))
        {
            lines.Message($"  {saved}");
        }

        foreach (Finding finding in report.Findings.Where(finding => finding.Suggestion is not null).Take(MostFindings))
        {
            lines.Say(BuildRules.Finding, finding.ToString(), task.PositionOf(finding.Position));
        }
    }

    // Without these the search is not up to date; one that ran out of time goes on in the next build, and names none.
    private void TellFiles()
    {
        lines.File(Path.Combine(study.Folder!, StoreMark.Of(task.Plan.Options) is null ? JournalStore.FileName : StoreMark.FileName));
        lines.File(Report);
        if (task.TunedFile is { } tuned)
        {
            lines.File(tuned);
        }
    }
}
