using System.Diagnostics;
using Hypermax.Execution;
using Hypermax.Execution.Usages;
using Hypermax.Storage;
using Hypermax.Studies.Budgeting;
using Hypermax.Telemetry;

namespace Hypermax.Studies;

/// <summary>Asks, runs and tells until a stop rule holds.</summary>
/// <param name="trials">The trials.</param>
/// <param name="header">What the study is.</param>
/// <param name="options">How it is searched.</param>
/// <param name="control">What may change about that meanwhile.</param>
/// <param name="folder">The folder of the study, or null.</param>
/// <param name="usages">Where the store tells what running trials use, or null.</param>
/// <param name="executor">Runs the trials.</param>
/// <param name="progress">Called after every finished trial, or null.</param>
/// <param name="meter">Measures the study.</param>
internal sealed class StudyLoop(
    AskTell trials,
    StudyHeader header,
    StudyOptions options,
    StudyControl control,
    string? folder,
    IUsageBoard? usages,
    IExecutor executor,
    Action<StudyProgress>? progress,
    StudyMeter meter)
{
    // Where trials are shorter than that, turns of a shared store are what a search waits for.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    private readonly StopRules _rules = new(trials, options, control, header.Directions);
    private readonly List<Task<TrialRun>> _running = [];
    private readonly SortedSet<int> _freeSlots = [.. Enumerable.Range(0, options.Workers)];
    private readonly CheckpointShelf? _shelf = header.Fidelity is null || folder is null ? null : new CheckpointShelf(header, folder);
    private bool _exhausted;

    public async Task<StudyResult> RunAsync(CancellationToken cancellation)
    {
        using Activity? span = SearchSpan.Start(header, control.Trials, options.Workers);
        try
        {
            StudyResult result = await SearchAsync(cancellation).ConfigureAwait(false);
            SearchSpan.End(span, result);
            return result;
        }
        catch (Exception error)
        {
            SearchSpan.Fail(span, error);
            throw;
        }
    }

    private async Task<StudyResult> SearchAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using IDisposable? timer = options.Timeout is { } timeout ? LongWaits.After(options.Clock, timeout, stop.Cancel) : null;
        StopReason? reason = _rules.Check();
        try
        {
            while (reason is null && !stop.IsCancellationRequested)
            {
                Task changed = control.Changed;
                StartWhatMayStart(stop.Token);
                if (control.IsStopping)
                {
                    reason = StopReason.Stopped;
                    break;
                }

                if (_running.Count > 0)
                {
                    await TellOneAsync(changed, stop.Token).ConfigureAwait(false);
                }
                else if (control.IsPaused && !_exhausted)
                {
                    await changed.WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
                else if (!_exhausted && trials.HasOthers() && options.LeavesWhenIdle)
                {
                    reason = StopReason.Stopped;
                    break;
                }
                else if (!_exhausted && trials.HasOthers())
                {
                    // The last trials run in other processes; should one of these die, its trials are ours to run.
                    await trials.WaitForOthersAsync(stop.Token).ConfigureAwait(false);
                }
                else if (_exhausted || !trials.IsShared)
                {
                    reason = StopReason.Exhausted;
                    break;
                }

                // Else the last trial elsewhere ended between two looks: another one may start, or the study has all.

                _rules.Read();
                reason = _rules.Check();
            }
        }
        finally
        {
            await DrainAsync(reason, stop).ConfigureAwait(false);
        }

        reason ??= cancellation.IsCancellationRequested ? StopReason.Cancelled : StopReason.Timeout;
        return new StudyResult(trials.Best, trials.Trials, reason.Value);
    }

    private void StartWhatMayStart(CancellationToken cancellation)
    {
        while (!_exhausted && !control.IsPaused && !control.IsStopping && _freeSlots.Count > 0)
        {
            if (trials.TryAsk(MayStart, out _exhausted) is not { } record)
            {
                return;
            }

            Begin(record, cancellation);
        }
    }

    private void Begin(TrialRecord record, CancellationToken cancellation)
    {
        Trial trial = new(record, header, trials);
        int slot = _freeSlots.Min;
        _freeSlots.Remove(slot);
        options.BeforeTrial?.Invoke(trial);
        _running.Add(RunTrialAsync(trial, slot, cancellation));
    }

    // Asked within the turn in which a trial is told, which nobody has heard of yet.
    private bool MayGoOn(int elsewhere)
    {
        _rules.Read();
        return _rules.Check() is null && _rules.MayStart(Math.Max(elsewhere, _running.Count));
    }

    private bool MayStart(int elsewhere)
    {
        _rules.Read();
        return _rules.MayStart(Math.Max(elsewhere, _running.Count));
    }

    private async Task<TrialRun> RunTrialAsync(Trial trial, int slot, CancellationToken cancellation)
    {
        Activity? span = TrialSpan.Start(header.Name, trial, slot);
        TrialJob job = new()
        {
            Number = trial.Number,
            Space = header.Space,
            Point = trial.Point,
            Seed = trial.Seed,
            Slot = slot,
            StudyFolder = folder,
            Usages = usages,
            Budget = trial.Budget?.Amount,
            Continues = header.Fidelity is { Checkpoints: true } ? trial.Budget?.Continues : null,
            IsPartial = trial.Budget?.Amount < header.Fidelity?.Max,
            Reported = report => trials.ReportFirst(trial.Number, report) is not null,
        };
        long began = options.Clock.GetTimestamp();
        using StoppableTrial running = control.Running.Begin(trial.Number, cancellation);
        TrialOutcome outcome = await executor.RunAsync(job, running.Token).ConfigureAwait(false);
        for (int again = 0; options.Retry.Allows(outcome, again) && !running.Token.IsCancellationRequested; again++)
        {
            meter.Retried(outcome.Failure);
            trials.ForgetReports(trial.Number);
            outcome = await executor.RunAsync(job, running.Token).ConfigureAwait(false);
            outcome = outcome with { Metrics = RetryPolicy.Count(outcome.Metrics, again + 1) };
        }

        return new TrialRun(trial, slot, running.Judge(outcome), options.Clock.GetElapsedTime(began), span);
    }

    private async Task TellOneAsync(Task? changed = null, CancellationToken? goesOn = null)
    {
        if (changed is not null && await Task.WhenAny([.. _running, changed]).ConfigureAwait(false) == changed)
        {
            // More trials may start now, or none.
            return;
        }

        Task<TrialRun> done = await Task.WhenAny(_running).ConfigureAwait(false);
        _running.Remove(done);
        (Trial trial, int slot, TrialOutcome outcome, TimeSpan took, Activity? span) = await done.ConfigureAwait(false);
        _freeSlots.Add(slot);
        if (outcome.Failure == FailureKind.Cancelled)
        {
            // Not the trial's fault: it is run again, by another process or when the study is continued.
            TrialSpan.End(span, outcome);
            trials.Leave(trial.Number);
            return;
        }

        Func<int, bool>? mayGoOn = goesOn is { IsCancellationRequested: false } && GoesOnAfter(took) ? MayGoOn : null;
        TrialRecord? record = trials.TellFirst(trial.Number, outcome, slot, mayGoOn, out TrialRecord? next);
        TrialSpan.End(span, record?.Outcome ?? outcome);

        // Else it had passed its deadline and was run again elsewhere; the first outcome told counts.
        if (record is not null)
        {
            _shelf?.Clear(trials.Trials, trials.Best);
            _rules.Read();
            progress?.Invoke(_rules.Progress(record));
        }

        if (next is not null)
        {
            Begin(next, goesOn!.Value);
        }
    }

    // Who looks at a long trial may want none after it; an estimate of the noise is not made while all others wait.
    private bool GoesOnAfter(TimeSpan took) =>
        took < Short && trials.IsShared && !options.StopAtNoise && !control.IsPaused && !control.IsStopping;

    // A stop rule lets running trials finish, for their work is paid for; a cancelled or timed-out search cancels them.
    private async Task DrainAsync(StopReason? reason, CancellationTokenSource stop)
    {
        if (reason is not (StopReason.Trials or StopReason.Exhausted or StopReason.Stopped))
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }

        while (_running.Count > 0)
        {
            await TellOneAsync().ConfigureAwait(false);
        }
    }
}
