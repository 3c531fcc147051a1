using System.Globalization;
using Hypermax.Analysis.Findings;
using Hypermax.Build.Protocol;
using Hypermax.Ci;
using Hypermax.Errors;
using Hypermax.Execution;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Studies.Migration;
using Hypermax.Testing.Results;

namespace Hypermax.Testing.Searching;

/// <summary>Runs a study as a test: opens it, searches, writes its report, and says what came out.</summary>
/// <param name="plan">How to search.</param>
/// <param name="space">What to search.</param>
/// <param name="executor">Runs the trials.</param>
/// <param name="test">The test.</param>
internal sealed class TestSearch(SearchPlan plan, SearchSpace space, IExecutor executor, RunningTest test)
{
    private const int MostFindings = 5;

    /// <summary>Gets whether a search of the same test has run in this process; what it left does not belong to this one.</summary>
    public bool IsAgain { get; init; }

    private string Name => plan.Options.Name!;

    // Others may use what is there: nothing is set aside.
    private bool IsInStore => plan.Options.StoreAddress is not null;

    private string Folder => plan.Options.Folder!;

    /// <summary>Runs the search.</summary>
    /// <param name="stop">Ends it early; what was told is kept, and the next run goes on.</param>
    /// <exception cref="HypermaxAssertException">The study cannot be opened or kept, or no trial completed.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public async Task<TestSearchResult> RunAsync(CancellationToken stop)
    {
        try
        {
            return await SearchAsync(stop).ConfigureAwait(false);
        }
        catch (StudyInUseException inUse)
        {
            throw new HypermaxAssertException($"{inUse.Message} Tests that run at the same time need names of their own, and runs at the same time a "
                + $"folder of their own: set {TestFolders.Variable}.", inUse);
        }
        catch (StudyMismatchException mismatch) when (IsInStore)
        {
            throw new HypermaxAssertException($"Study '{Name}' of the store is another one: {string.Join("; ", mismatch.Differences)}. Begin another with "
                + $"{StudySettings.StoreStudy.Variable}=NAME, or go on all the same where {StudySettings.ObjectiveChange.Variable}=warn allows it.", mismatch);
        }
        catch (Exception error) when (IsInStore && error is IOException or FormatException)
        {
            throw new HypermaxAssertException($"Study '{Name}' cannot be kept in its store: {TrialText.FirstLine(error.Message)}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HypermaxAssertException($"Study '{Name}' cannot be kept in '{Folder}': {TrialText.FirstLine(error.Message)} Make the folder "
                + $"writable, or name another with {TestFolders.Variable}.", error);
        }
        catch (Exception error) when (error is ExecutorException or ArgumentException)
        {
            throw new HypermaxAssertException($"Study '{Name}' cannot be searched: {error.Message}", error);
        }
    }

    private async Task<TestSearchResult> SearchAsync(CancellationToken stop)
    {
        if (!IsInStore && (IsAgain || plan.Settings.Value(StudySettings.Force) == true))
        {
            Drop();
        }

        using (Study study = Open())
        {
            int before = Finished(study.Trials);
            StudyResult result = await RunAsync(study, stop).ConfigureAwait(false);
            if (IsInStore || before == 0 || Finished(result.Trials) > before || result.Reason is StopReason.Cancelled)
            {
                return Tell(study, result, stop);
            }
        }

        // Nothing was left to do, and a test that evaluates nothing tests nothing.
        test.Say($"{Name}: the search that an earlier run ended begins afresh");
        Drop();
        using Study again = Open();
        return Tell(again, await RunAsync(again, stop).ConfigureAwait(false), stop);
    }

    private Study Open()
    {
        try
        {
            Study study = Study.Create(space, plan.Options);
            Delete(study.ObjectiveChange?.Archive);
            Delete(study.Migration?.Archive);
            return study;
        }
        catch (StudyMismatchException mismatch) when (!IsInStore)
        {
            test.Say($"{Name}: begins afresh, for the test asks for another search than before: {string.Join("; ", mismatch.Differences)}");
            Drop();
            return Study.Create(space, plan.Options);
        }
    }

    private void Drop()
    {
        Delete(StudyMigration.SetAside(Folder));
    }

    // What a test found with other code is of no use to anybody, and every edit would leave a copy.
    private void Delete(string? archive)
    {
        if (archive is not null)
        {
            File.Delete(Path.Combine(Folder, archive));
        }
    }

    private async Task<StudyResult> RunAsync(Study study, CancellationToken stop)
    {
        int before = Finished(study.Trials);
        test.Say(before >= study.Options.Trials
            ? string.Create(CultureInfo.InvariantCulture, $"{Name}: has its {Counted.Of(before, "trial")} of an earlier run")
            : before > 0
            ? string.Create(CultureInfo.InvariantCulture,
                $"{Name}: goes on after {Counted.Of(before, "trial")}, up to {study.Options.Trials}, by {study.Header.Method}, "
                + $"seed {study.Header.Seed}")
            : FormattableString.Invariant($"{Name}: up to {Counted.Of(study.Options.Trials, "trial")} by {study.Header.Method}, seed {study.Header.Seed}"));
        TestProgress progress = new(study.Space, study.Direction, test.Say);
        return await study.RunAsync(executor, progress.Add, stop).ConfigureAwait(false);
    }

    private TestSearchResult Tell(Study study, StudyResult result, CancellationToken stop)
    {
        string tuned = Path.Combine(Folder, TunedFileName.Of(Name));
        ReportOutcome report = ReportWriter.Write(study.Header, study.Trials, Folder, new ReportOptions
        {
            Detail = plan.Settings.SourceOf(StudySettings.Charts) is null ? ReportDetail.Pages : ReportDetail.Everything,
            Charts = plan.Charts,
            Notes = study.Recovered,
            TunedFile = tuned,
        });
        stop.ThrowIfCancellationRequested();
        string[] files = [.. new[] { Path.Combine(Folder, "report.html"), Path.Combine(Folder, "results.csv"), tuned }.Where(File.Exists)];
        test.Attach(files);
        CiStudy told = CiStudy.Of(study.Header, result.Trials) with { Report = files.FirstOrDefault() };
        test.Found(told);
        foreach (ReportFailure failure in report.Failures)
        {
            test.Say($"  the report lacks {failure.Part}: {TrialText.FirstLine(failure.Reason)}");
            test.Remark(BuildRules.ReportIncomplete, $"The report of '{Name}' lacks {failure.Part}: {TrialText.FirstLine(failure.Reason)}");
        }

        foreach (string kills in told.Kills)
        {
            test.Remark(BuildRules.TrialsKilled, kills);
        }

        RequireCompleteTrials(study, result);
        test.Say(string.Create(CultureInfo.InvariantCulture, $"  best {TrialText.Values(result.Best!)} (trial {result.Best!.Number}) of "
            + $"{Counted.Of(Finished(result.Trials), "trial")}: {TrialText.Point(space, result.Best!.Point)}"));
        foreach (Finding finding in report.Findings.Where(finding => finding.Suggestion is not null).Take(MostFindings))
        {
            test.Say($"  {finding}");
            test.Remark(BuildRules.Finding, finding.ToString());
        }

        foreach (string file in files)
        {
            test.Say($"  file: {file}");
        }

        return new TestSearchResult(Name, result.Best!.Value, Finished(result.Trials), result.Reason, Folder, files);
    }

    private void RequireCompleteTrials(Study study, StudyResult result)
    {
        TrialRecord[] finished = [.. result.Trials.Where(trial => trial.IsFinished)];
        if (result.Best is not null)
        {
            return;
        }

        throw new HypermaxAssertException(Array.Exists(finished, trial => trial.IsComplete)
            ? $"None of the {Counted.Of(finished.Length, "trial")} of '{Name}' keeps all constraints. Search longer, widen the space, or relax them."
            : finished is [var first, ..]
            ? string.Create(CultureInfo.InvariantCulture,
                $"None of the {Counted.Of(finished.Length, "trial")} of '{Name}' completed; a search needs values to compare. "
                + $"Trial {first.Number} failed ({first.Outcome?.Failure}): {TrialText.FirstLine(first.Outcome?.Message)} Its parameters were "
                + $"{TrialText.Point(space, first.Point)}. Correct the objective.")
            : $"The search of '{Name}' ended by {EndText.Of(result.Reason, study.Options)} before any trial did. Give it more time or more trials.")
        {
            Rule = BuildRules.NothingCompleted,
        };
    }

    private static int Finished(IReadOnlyList<TrialRecord> trials) => trials.Count(trial => trial.IsFinished && !trial.IsAdded);
}
