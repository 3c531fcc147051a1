using System.Diagnostics;
using Hypermax.Errors;
using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Slurm;

/// <summary>One trial as a job: submitted, followed, submitted again where Slurm lost it, and brought home.</summary>
/// <param name="spec">How.</param>
/// <param name="desk">What all trials share.</param>
/// <param name="job">The trial.</param>
internal sealed class SlurmRun(SlurmSpec spec, SlurmDesk desk, TrialJob job)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the end of a cancelled job is waited for; Slurm kills half a minute after its first signal as a rule.</summary>
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(60);

    private readonly TrialLimits _limits = job.Limits ?? spec.Limits;
    private readonly TrialNotes _notes = new(job);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public async Task<TrialOutcome> RunAsync(CancellationToken cancellation)
    {
        string order = TrialOrder.Write(job);
        TrialFolder? left = desk.Take(order, job.Number);
        for (int attempt = 1; ; attempt++)
        {
            TrialFolder folder = left ?? New(order, attempt);
            (TrialOutcome? outcome, string? again) = await RunAsync(folder, isSubmitted: left is not null, cancellation).ConfigureAwait(false);
            left = null;
            if (outcome is not null)
            {
                return outcome;
            }

            desk.Say($"trial {Number}: {again}; {(attempt < spec.Attempts ? "it is submitted again" : "that was the last attempt")}");
            if (attempt >= spec.Attempts)
            {
                if (!desk.HasSeenOneBegin)
                {
                    throw new ExecutorException(
                        $"No trial can begin on the nodes: of trial {Number}, submitted {Counted.Of(attempt, "time")}, at last {again}. "
                        + $"There '{string.Join(' ', spec.Program)}' is started, and has to be, with the folder '{spec.Folder}' in sight. "
                        + "Put both where all nodes see them; the option 'hypermax' says what else is to be started.");
                }

                return Finish(TrialOutcome.Fail(
                    FailureKind.ProcessDied,
                    FormattableString.Invariant($"The job of the trial was lost {attempt} times in a row; at last {again}. ")
                        + "Look at the nodes with 'sinfo -R'."));
            }
        }
    }

    private string Number => FormattableString.Invariant($"{job.Number}");

    private TrialFolder New(string order, int attempt)
    {
        TrialFolder folder = new(spec.Folder, TrialFolder.NewName(job.Number, attempt));
        Directory.CreateDirectory(folder.Path);
        Files.WholeFile.Write(folder.OrderFile, order);
        Files.WholeFile.Write(folder.ScriptFile, TrialScript.Write(desk.NameOf(folder), TrialRequest.Of(spec, _limits), folder, spec));
        return folder;
    }

    private async Task<(TrialOutcome? Outcome, string? Again)> RunAsync(TrialFolder folder, bool isSubmitted, CancellationToken cancellation)
    {
        string name = desk.NameOf(folder);
        try
        {
            if (!isSubmitted)
            {
                await desk.Gate.SubmitAsync(folder.ScriptFile, name, cancellation).ConfigureAwait(false);
            }

            desk.Queue.Follow(name);
            JobEnd end = await FollowAsync(folder, name, cancellation).ConfigureAwait(false);
            TrialOutcome? outcome = end.Outcome is null ? null : Finish(end.Outcome, folder);
            desk.SeeOut(folder, leavesByItself: end.IsSaid);
            return (outcome, end.Again);
        }
        catch (OperationCanceledException)
        {
            return (await CancelledAsync(folder, name).ConfigureAwait(false), null);
        }
        catch (SlurmException error)
        {
            folder.Delete();
            return (Finish(TrialOutcome.Fail(FailureKind.NotStarted, $"The job of the trial was not taken: {error.Message}")), null);
        }
    }

    private async Task<JobEnd> FollowAsync(TrialFolder folder, string name, CancellationToken cancellation)
    {
        ReportTail tail = new(folder);
        long waitingSince = Stopwatch.GetTimestamp();
        long? endedSince = null;
        while (true)
        {
            IReadOnlySet<string> files = folder.Look();
            PassReports(folder, tail, files);
            if (TrialFolder.HasOutcome(files) && OutcomeFile.Read(folder.OutcomeFile) is { } outcome)
            {
                // The last reports may have come with it.
                PassReports(folder, tail, folder.Look());
                desk.HasSeenOneBegin = true;
                return new JobEnd(outcome, null) { IsSaid = true };
            }

            bool hasBegun = TrialFolder.HasBegun(files);
            desk.HasSeenOneBegin |= hasBegun;
            JobView? view = desk.Queue.Of(name);
            JobEnd end = view is null ? JobEnd.None : JobEnd.Of(view, hasBegun, folder.OutputTail, _limits);
            if (end == JobEnd.None)
            {
                endedSince = null;
                if (view?.Task is { IsWaiting: true } waiting)
                {
                    Tell(waiting);
                    if (!hasBegun && Stopwatch.GetElapsedTime(waitingSince) >= spec.LongestWait)
                    {
                        return new JobEnd(TooLong(waiting), null);
                    }
                }
            }
            else if (view!.Task is null ? view.Unknown >= desk.Settling : Stopwatch.GetElapsedTime(endedSince ??= Stopwatch.GetTimestamp()) >= desk.Settling)
            {
                // A shared file system may show a file seconds after it was written elsewhere.
                return end;
            }

            await Task.Delay(Tick, cancellation).ConfigureAwait(false);
        }
    }

    private void PassReports(TrialFolder folder, ReportTail tail, IReadOnlySet<string> files)
    {
        foreach (TrialReport report in tail.Read(files))
        {
            bool knew = _notes.ShouldPrune;
            if (_notes.Report(report.Value, report.Step) && !knew)
            {
                File.WriteAllText(folder.PruneFile, string.Empty);
            }
        }
    }

    private void Tell(JobTask waiting)
    {
        WaitingReason reason = WaitingReason.Of(waiting.Reason);
        if (reason.IsForEver && _told.Add(waiting.Reason))
        {
            desk.Say(FormattableString.Invariant($"trial {job.Number}: job {waiting.Job} waits for ever ({waiting.Reason}): {reason.Text}"));
        }
    }

    private TrialOutcome TooLong(JobTask waiting) => TrialOutcome.Fail(
        FailureKind.NotStarted,
        FormattableString.Invariant($"The job of the trial waited longer than {spec.LongestWait!.Value.TotalSeconds} s for its turn ")
            + $"({waiting.Reason}): {WaitingReason.Of(waiting.Reason).Text}.");

    // The search was stopped: the job ends, and what it had finished before counts.
    private async Task<TrialOutcome> CancelledAsync(TrialFolder folder, string name)
    {
        if (!await desk.CancelAsync(name).ConfigureAwait(false))
        {
            // The folder stays, so that the next search knows of the job.
            desk.Queue.Leave(name);
            return LimitBreach.Cancelled.ToOutcome(_limits);
        }

        // A search that has no time to wait for the end leaves nothing that the next one would take for a job that runs.
        folder.Withdraw();
        desk.Queue.Follow(name);
        long asked = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(asked) < EndPatience
            && desk.Queue.Of(name) is not ({ Task: null } or { Task: { IsWaiting: false, IsRunning: false } }))
        {
            await Task.Delay(Tick, CancellationToken.None).ConfigureAwait(false);
        }

        TrialOutcome outcome = OutcomeFile.Read(folder.OutcomeFile) is { State: not TrialState.Failed } said
            ? Finish(said, folder)
            : LimitBreach.Cancelled.ToOutcome(_limits);
        desk.SeeOut(folder, leavesByItself: false);
        return outcome;
    }

    private TrialOutcome Finish(TrialOutcome outcome, TrialFolder? folder = null)
    {
        TrialOutcome whole = _notes.ShouldPrune
            ? _notes.Pruned() with { Metrics = outcome.Metrics, Attributes = outcome.Attributes }
            : _notes.Complete(outcome);
        return whole with { Usage = outcome.Usage, Log = LogOf(folder) };
    }

    private string? LogOf(TrialFolder? folder)
    {
        if (job.StudyFolder is null)
        {
            return null;
        }

        string log = Path.Combine(job.StudyFolder, TrialPaths.Log(job.Number));
        try
        {
            // Where the trial printed nothing, what Slurm and the shell said may tell why.
            if (!File.Exists(log) && folder is not null && new FileInfo(folder.OutputFile) is { Exists: true, Length: > 0 })
            {
                Directory.CreateDirectory(Path.GetDirectoryName(log)!);
                File.Copy(folder.OutputFile, log);
            }
        }
        catch (IOException)
        {
            // The outcome says what is needed.
        }

        return File.Exists(log) ? TrialPaths.Log(job.Number) : null;
    }
}
