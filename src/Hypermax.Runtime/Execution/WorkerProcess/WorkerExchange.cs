using System.Globalization;
using Hypermax.Execution.Logs;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>One trial in the hands of a worker.</summary>
internal sealed class WorkerExchange(long id, TrialNotes notes, TrialLog log, byte[] mark)
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<TrialOutcome?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _printed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _foreign;

    public long Id => id;

    public TrialNotes Notes => notes;

    public TrialLog Log => log;

    public byte[] Mark => mark;

    /// <summary>Gets the task that ends when the worker has found a thread for the trial.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Gets the task that ends with the outcome the worker sent, or null when the worker ended without one.</summary>
    public Task<TrialOutcome?> Ended => _ended.Task;

    /// <summary>Gets the task that ends when everything the trial printed has been read.</summary>
    public Task Printed => _printed.Task;

    public void Begin() => _begun.TrySetResult();

    /// <summary>Counts a line on the worker's private pipe that is not the worker's: user code writes to descriptors that are not its own.</summary>
    public void CountForeign(int bytes)
    {
        _foreign++;
        notes.Sign();
        notes.Count(bytes);
    }

    public void End(TrialOutcome? outcome)
    {
        if (_foreign > 0)
        {
            notes.SetAttribute("foreignLines", _foreign.ToString(CultureInfo.InvariantCulture));
        }

        _ended.TrySetResult(outcome);
    }

    public void EndPrints() => _printed.TrySetResult();
}
