using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hypermax.Execution.Slurm;

/// <summary>Looks at the queue for all jobs at once, again and again for as long as there are any.</summary>
/// <param name="slurm">Slurm, which waits for a controller that does not answer.</param>
/// <param name="poll">The time between two looks.</param>
/// <param name="say">Takes what people should know.</param>
internal sealed class JobQueue(SlurmClient slurm, TimeSpan poll, Action<string> say) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Entry> _jobs = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly object _gate = new();
    private Task _looking = Task.CompletedTask;
    private bool _isDisposed;

    /// <summary>Gets how many jobs are followed.</summary>
    public int Count => _jobs.Count;

    /// <summary>Follows a job from now on: looks that began before say nothing of it.</summary>
    public void Follow(string name)
    {
        _jobs[name] = new Entry();
        lock (_gate)
        {
            if (_looking.IsCompleted && !_isDisposed)
            {
                _looking = Task.Run(LookAsync);
            }
        }
    }

    /// <summary>Follows a job no longer.</summary>
    public void Leave(string name) => _jobs.TryRemove(name, out _);

    /// <summary>Gets what is known of a job; null before the first look at it.</summary>
    public JobView? Of(string name) => _jobs.TryGetValue(name, out Entry? entry) ? entry.View : null;

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await _looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await LookOnceAsync().ConfigureAwait(false);
            await Task.Delay(poll, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookOnceAsync()
    {
        KeyValuePair<string, Entry>[] jobs = [.. _jobs];
        if (jobs.Length == 0)
        {
            return;
        }

        long began = Stopwatch.GetTimestamp();
        try
        {
            IReadOnlyList<JobTask> tasks = await slurm.TasksAsync([.. jobs.Select(job => job.Key)], _stop.Token).ConfigureAwait(false);
            Dictionary<string, JobTask> known = new(StringComparer.Ordinal);
            foreach (JobTask task in tasks)
            {
                known[task.Name] = task;
            }

            foreach ((string name, Entry entry) in jobs.Where(job => job.Value.Since < began))
            {
                entry.See(known.GetValueOrDefault(name));
            }
        }
        catch (SlurmException error)
        {
            say($"the queue of Slurm cannot be read: {error.Message}");
        }
        catch (OperationCanceledException)
        {
            // The search is over.
        }
    }

    private sealed class Entry
    {
        private long _seen = Stopwatch.GetTimestamp();

        public Entry() => Since = _seen;

        public long Since { get; }

        public JobView? View { get; private set; }

        public void See(JobTask? task)
        {
            if (task is not null)
            {
                _seen = Stopwatch.GetTimestamp();
            }

            View = new JobView(task, Stopwatch.GetElapsedTime(_seen));
        }
    }
}
