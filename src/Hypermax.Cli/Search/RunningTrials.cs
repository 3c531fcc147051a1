using System.Collections.Concurrent;
using Hypermax.Execution;

namespace Hypermax.Search;

/// <summary>An executor that knows which trials run at this moment, and for how long.</summary>
/// <param name="inner">Runs them; not disposed of here.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class RunningTrials(IExecutor inner, TimeProvider clock) : IExecutor
{
    private readonly ConcurrentDictionary<object, (TrialJob Job, long Started)> _running = new();

    /// <summary>Gets the running trials, the longest running first.</summary>
    public IReadOnlyList<(TrialJob Job, TimeSpan Elapsed)> Now =>
        [.. _running.Values.Select(trial => (trial.Job, Elapsed: clock.GetElapsedTime(trial.Started))).OrderByDescending(trial => trial.Elapsed)];

    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        object key = new();
        _running[key] = (job, clock.GetTimestamp());
        try
        {
            return await inner.RunAsync(job, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
