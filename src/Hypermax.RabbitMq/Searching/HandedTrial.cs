using System.Globalization;
using System.Text;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Usages;
using Hypermax.RabbitMq.Messages;

namespace Hypermax.RabbitMq.Searching;

/// <summary>A trial that was handed out and whose result is awaited.</summary>
/// <param name="key">Which attempt this is.</param>
/// <param name="job">The trial.</param>
/// <param name="limits">What it may use.</param>
/// <param name="body">The message, in case that it has to be sent again.</param>
internal sealed class HandedTrial(TrialKey key, TrialJob job, TrialLimits limits, ReadOnlyMemory<byte> body)
{
    private readonly Lock _gate = new();
    private readonly TrialNotes _notes = new(job);
    private readonly ToldUsage _usage = new(job);
    private readonly HashSet<long> _told = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _begunAgain = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TrialOutcome? _outcome;
    private string? _worker;
    private int _begun;
    private long _began;

    public TrialKey Key => key;

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>Gets or sets whether the broker has it, and has to be given it again where its queue is gone.</summary>
    public bool IsOut { get; set; }

    /// <summary>Gets whether a consumer has begun it.</summary>
    public bool HasBegun => Volatile.Read(ref _begun) > 0;

    /// <summary>Gets whether several consumers have begun it, of which some may still be at work.</summary>
    public bool HasSeveral => Volatile.Read(ref _begun) > 1;

    /// <summary>Gets the task that ends with the trial.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Takes what a consumer says.</summary>
    /// <returns>Whether the trial has just turned out not to be worth finishing.</returns>
    public bool Take(Reply reply)
    {
        if (reply.IsBegun)
        {
            Begin(reply.Worker);
            return false;
        }

        if (reply.Report is { } report)
        {
            return !_notes.ShouldPrune && IsNews(reply.Worker, report.Step) && _notes.Report(report.Value, report.Step);
        }

        if (reply.Uses is { } uses)
        {
            Use(reply.Worker, uses);
            return false;
        }

        lock (_gate)
        {
            _worker = reply.Worker ?? _worker;
        }

        Keep(reply.Log);
        End(_notes.ShouldPrune ? _notes.Pruned()
            : reply.Outcome ?? TrialOutcome.Fail(FailureKind.Cancelled, string.Empty));
        return false;
    }

    /// <summary>Ends the trial, whose consumer said in a wrong way how it ended.</summary>
    /// <param name="end">Who said it.</param>
    /// <param name="why">What is wrong, as a clause.</param>
    public void EndBadly(Reply end, string why)
    {
        if (end.Key == key)
        {
            End(TrialOutcome.Fail(
                FailureKind.BadResult,
                $"Consumer '{end.Worker}' ended the trial with a message that cannot be understood, for {why}. "
                + "docs/formats/broker.md describes what it has to say."));
        }
    }

    /// <summary>Ends the trial; the first time counts.</summary>
    public void End(TrialOutcome outcome)
    {
        lock (_gate)
        {
            if (_outcome is not null)
            {
                return;
            }

            if (_worker is { } worker)
            {
                _notes.SetAttribute("worker", worker);
            }

            if (_begun > 1)
            {
                _notes.SetAttribute("deliveries", _begun.ToString(CultureInfo.InvariantCulture));
            }

            _outcome = outcome.State == TrialState.Pruned ? outcome : _notes.Complete(outcome);
        }

        _usage.End();
        _ended.TrySetResult();
    }

    /// <summary>Waits until the trial has ended or has to be stopped.</summary>
    /// <returns>Why it has to be stopped, or null.</returns>
    public async Task<LimitBreach?> WaitAsync(CancellationToken cancellation)
    {
        while (!_ended.Task.IsCompleted)
        {
            (Task begunAgain, TimeSpan? left) = Left();
            if (left <= TimeSpan.Zero)
            {
                return LimitBreach.WallTime(limits.WallTime!.Value);
            }

            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            Task alarm = LongWaits.DelayAsync(left ?? LongWaits.Longest, either.Token);
            await Task.WhenAny(_ended.Task, begunAgain, alarm).ConfigureAwait(false);
            await either.CancelAsync().ConfigureAwait(false);
            if (cancellation.IsCancellationRequested && !_ended.Task.IsCompleted)
            {
                return LimitBreach.Cancelled;
            }
        }

        return null;
    }

    /// <summary>Gets how the trial ended, once it has.</summary>
    /// <param name="breach">Why it was stopped, or null.</param>
    public TrialOutcome Outcome(LimitBreach? breach)
    {
        TrialOutcome outcome = _outcome!;
        TrialOutcome? stopped = breach?.ToOutcome(limits);

        // A trial that obeyed did not say why it was stopped; we know. What was complete before counts.
        stopped ??= TrialOutcome.Fail(FailureKind.ProcessDied, "The consumer stopped the trial although nobody had asked for it.");
        outcome = outcome.Failure == FailureKind.Cancelled
            ? outcome with { Failure = stopped.Failure, Message = stopped.Message, Value = stopped.Value }
            : outcome;

        // A consumer knows nothing of penalties.
        outcome = limits.KillLoss is double loss && IsOfLimit(outcome.Failure) ? outcome with { Value = loss } : outcome;
        bool hasLog = job.StudyFolder is not null && File.Exists(Path.Combine(job.StudyFolder, TrialPaths.Log(job.Number)));
        return outcome with { Log = hasLog ? TrialPaths.Log(job.Number) : null };
    }

    private static bool IsOfLimit(FailureKind kind) => kind is FailureKind.WallTime or FailureKind.CpuTime or FailureKind.Memory
        or FailureKind.SystemMemory or FailureKind.GpuMemory or FailureKind.OutputVolume or FailureKind.Silence;

    private void Begin(string? worker)
    {
        TaskCompletionSource again;
        lock (_gate)
        {
            _worker = worker;
            _begun++;
            _began = System.Diagnostics.Stopwatch.GetTimestamp();
            again = _begunAgain;
            _begunAgain = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _usage.Forget();
        _notes.Begin();
        again.TrySetResult();
    }

    // One that was believed dead may go on, beside whoever took the trial over.
    private void Use(string? worker, RunningUsage usage)
    {
        bool isIts;
        lock (_gate)
        {
            isIts = worker == _worker;
        }

        if (isIts)
        {
            _usage.Take(usage);
        }
    }

    // A consumer that takes the trial over reports again from the beginning, and one that was believed dead goes on reporting.
    private bool IsNews(string? worker, long step)
    {
        lock (_gate)
        {
            return (worker is null || _worker is null || worker == _worker) && (_told.Add(step) || _begun <= 1);
        }
    }

    private (Task BegunAgain, TimeSpan? Left) Left()
    {
        lock (_gate)
        {
            // A consumer that keeps limits itself knows better when; this is for those that do not.
            TimeSpan? left = _begun == 0 || limits.WallTime is not { } limit
                ? null
                : limit + TimeSpan.FromSeconds(1) - System.Diagnostics.Stopwatch.GetElapsedTime(_began);
            return (_begunAgain.Task, left);
        }
    }

    private void Keep(string? log)
    {
        if (string.IsNullOrEmpty(log) || job.StudyFolder is null)
        {
            return;
        }

        string path = Path.Combine(job.StudyFolder, TrialPaths.Log(job.Number));
        try
        {
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, log, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A disk that is full costs the log, never the trial.
        }
    }
}
