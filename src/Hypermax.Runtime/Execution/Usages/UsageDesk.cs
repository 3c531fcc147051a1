using System.Collections.Concurrent;

namespace Hypermax.Execution.Usages;

/// <summary>Knows the running trials of this process, and tells others what they use: by a file in the folder of each study, and by its store.</summary>
/// <remarks>
/// Trials shorter than a second cost an entry in a set. A thread of its own tells, so that a slow disk or server holds up no look at limits.
/// Safe to use from several threads at once.
/// </remarks>
internal sealed class UsageDesk
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(1);

    // A thread that slept until it is called would have to be called by every short trial.
    private const int IdleTicks = 300;

    private readonly object _gate = new();
    private readonly object _writing = new();
    private readonly HashSet<IUsageSource> _sources = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, UsageFile> _files = new(StringComparer.Ordinal);
    private bool _isRunning;

    /// <summary>Gets the desk of this process.</summary>
    public static UsageDesk Shared { get; } = new();

    /// <summary>Follows a trial until the result is disposed; one whose study has neither folder nor store to tell it by is nobody's business.</summary>
    public Following Follow(IUsageSource source)
    {
        if (source.Job is { StudyFolder: null, Usages: null })
        {
            return default;
        }

        lock (_gate)
        {
            _sources.Add(source);
            if (!_isRunning)
            {
                _isRunning = true;
                new Thread(Run) { IsBackground = true, Name = "Hypermax usage" }.Start();
            }
        }

        return new Following(this, source);
    }

    /// <summary>Gets what the running trials of a study use at this moment, by number.</summary>
    /// <param name="studyFolder">The folder of the study, as their jobs name it.</param>
    public IReadOnlyDictionary<int, RunningUsage> Of(string studyFolder)
    {
        IUsageSource[] sources;
        lock (_gate)
        {
            sources = [.. _sources.Where(source => source.Job.StudyFolder == studyFolder)];
        }

        return Sum(sources.Select(source => source.Measure()));
    }

    /// <summary>Adds up what runs for the same trial.</summary>
    public static Dictionary<int, RunningUsage> Sum(IEnumerable<RunningUsage> usages)
    {
        Dictionary<int, RunningUsage> sums = [];
        foreach (RunningUsage usage in usages)
        {
            sums[usage.Number] = sums.TryGetValue(usage.Number, out RunningUsage known) ? known.With(usage) : usage;
        }

        return sums;
    }

    private void Run()
    {
        for (int idle = 0; ;)
        {
            Thread.Sleep(Tick);
            lock (_gate)
            {
                idle = _sources.Count > 0 || !_files.IsEmpty ? 0 : idle + 1;
                if (idle > IdleTicks)
                {
                    _isRunning = false;
                    return;
                }
            }

            if (idle == 0)
            {
                TryWrite();
            }
        }
    }

    // On a thread of its own, where anything thrown would end the process: figures are for people, and no search ends for want of them.
    private void TryWrite()
    {
        try
        {
            Write();
        }
        catch (Exception)
        {
            Thread.Sleep(Young);
        }
    }

    private void Write()
    {
        // Outside of the lock, for whoever ends a trial waits for that.
        foreach (IGrouping<IUsageBoard, IUsageSource> study in Grown().Where(source => source.Job.Usages is not null).GroupBy(source => source.Job.Usages!))
        {
            study.Key.Tell(Measure(study));
        }

        lock (_writing)
        {
            ILookup<string, IUsageSource> sources = GrownByFolder();
            foreach (IGrouping<string, IUsageSource> study in sources)
            {
                UsageFile file = _files.GetOrAdd(study.Key, static folder => new UsageFile(folder));
                file.Tell(Measure(study));
            }

            foreach (string folder in _files.Keys.Where(folder => !sources.Contains(folder)))
            {
                Remove(folder);
            }
        }
    }

    private static RunningUsage[] Measure(IEnumerable<IUsageSource> sources) => [.. Sum(sources.Select(source => source.Measure())).Values];

    private IUsageSource[] Grown()
    {
        lock (_gate)
        {
            return [.. _sources.Where(source => source.Elapsed >= Young)];
        }
    }

    private ILookup<string, IUsageSource> GrownByFolder() =>
        Grown().Where(source => source.Job.StudyFolder is not null).ToLookup(source => source.Job.StudyFolder!, StringComparer.Ordinal);

    // The file goes with the last trial in it, for the process may end before the next tick.
    private void Leave(IUsageSource source)
    {
        lock (_gate)
        {
            _sources.Remove(source);
        }

        if (source.Job.StudyFolder is not { } folder || source.Elapsed < Young || !_files.ContainsKey(folder))
        {
            return;
        }

        lock (_writing)
        {
            if (!GrownByFolder().Contains(folder))
            {
                Remove(folder);
            }
        }
    }

    private void Remove(string folder)
    {
        if (_files.TryRemove(folder, out UsageFile? file))
        {
            file.Clear();
        }
    }

    /// <summary>A trial that is followed until this is disposed.</summary>
    internal readonly struct Following(UsageDesk desk, IUsageSource source) : IDisposable
    {
        public void Dispose()
        {
            if (desk is not null)
            {
                desk.Leave(source);
            }
        }
    }
}
