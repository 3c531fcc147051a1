using Hypermax.Execution.Logs;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>One trial in the hands of a worker.</summary>
internal sealed class WorkerExchange(long id, TrialNotes notes, TrialLog log, byte[] mark)
{
    private readonly TaskCompletionSource<TrialOutcome?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _printed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Id => id;

    public TrialNotes Notes => notes;

    public TrialLog Log => log;

    public byte[] Mark => mark;

    /// <summary>Gets the task that ends with the outcome the worker sent, or null when the worker ended without one.</summary>
    public Task<TrialOutcome?> Ended => _ended.Task;

    /// <summary>Gets the task that ends when everything the trial printed has been read.</summary>
    public Task Printed => _printed.Task;

    public void End(TrialOutcome? outcome) => _ended.TrySetResult(outcome);

    public void EndPrints() => _printed.TrySetResult();
}
