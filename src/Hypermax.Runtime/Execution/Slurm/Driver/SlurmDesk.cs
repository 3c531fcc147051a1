using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hypermax.Execution.Slurm;

/// <summary>What the trials of a search share that are jobs: the queue, the gate to it, the names, and what an earlier search left.</summary>
internal sealed class SlurmDesk : IAsyncDisposable
{
    private static readonly TimeSpan LeastSettling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostSettling = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<Task, bool> _leaving = new();
    private readonly SlurmSpec _spec;
    private readonly SlurmClient _slurm;
    private readonly LeftFolders _left;
    private readonly FileStream _mine;
    private readonly string _prefix;
    private volatile bool _isClosing;
    private volatile bool _hasSeenOneBegin;

    private SlurmDesk(SlurmSpec spec, SlurmClient slurm, FileStream mine, string prefix)
    {
        _spec = spec;
        _slurm = slurm;
        _mine = mine;
        _prefix = prefix;
        _left = new LeftFolders(spec.Folder);
        Queue = new JobQueue(slurm, spec.Poll, spec.Say);
        Gate = new SubmitGate(slurm, Queue, spec.Poll, spec.Say);
    }

    /// <summary>Gets the queue.</summary>
    public JobQueue Queue { get; }

    /// <summary>Gets the gate to it.</summary>
    public SubmitGate Gate { get; }

    /// <summary>Gets how long something must have been so before it is believed: that a job is unknown, or that it ended and left nothing.</summary>
    public TimeSpan Settling => TimeSpan.FromTicks(Math.Clamp(_spec.Poll.Ticks * 3, LeastSettling.Ticks, MostSettling.Ticks));

    /// <summary>Takes the folder for a search.</summary>
    /// <exception cref="ExecutorException">Another search uses it.</exception>
    public static SlurmDesk Open(SlurmSpec spec, SlurmClient slurm)
    {
        string path = Path.Combine(Directory.CreateDirectory(spec.Folder).FullName, "driver.lock");
        FileStream mine;
        try
        {
            mine = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException error)
        {
            throw new ExecutorException(
                $"Another search submits the trials of '{spec.Folder}' as jobs. One search does that at a time; 'hypermax slurm submit' lets many workers "
                    + "share a study.",
                error);
        }

        return new SlurmDesk(spec, slurm, mine, PrefixOf(spec));
    }

    /// <summary>Gets or sets whether a trial of this search has begun on a node; until then it may be that none can.</summary>
    public bool HasSeenOneBegin
    {
        get => _hasSeenOneBegin;
        set => _hasSeenOneBegin = value;
    }

    /// <summary>Says something to people.</summary>
    public void Say(string text) => _spec.Say(text);

    /// <summary>Gets the name of the job of a folder, which no other job ever has.</summary>
    public string NameOf(TrialFolder folder) => $"{_prefix}-{folder.Name}";

    /// <summary>Takes up the job that an earlier search left of a trial; null where there is none.</summary>
    public TrialFolder? Take(string order, int number)
    {
        if (_left.Take(order) is { } found)
        {
            Say(FormattableString.Invariant($"trial {number}: its job of the search before is taken up"));
            return found;
        }

        End(_left.TakeBelow(number));
        return null;
    }

    /// <summary>Ends a job, whatever state it is in; that Slurm cannot be reached is told.</summary>
    /// <returns>Whether Slurm answered.</returns>
    public async Task<bool> CancelAsync(string name)
    {
        try
        {
            using CancellationTokenSource patience = new(_spec.CancelPatience);
            await _slurm.CancelAsync(name, patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (error is SlurmException or OperationCanceledException)
        {
            Say($"the job '{name}' could not be cancelled ({error.Message}) The next search of the folder ends it, or 'scancel --name={name}'");
            return false;
        }
    }

    /// <summary>Follows a job whose trial is done until Slurm has it no longer among the living, and removes its folder.</summary>
    /// <param name="folder">The folder of the trial.</param>
    /// <param name="leavesByItself">Whether the job is about to end by itself; a copy of it that does not, or waits to run once more, is cancelled.</param>
    public void SeeOut(TrialFolder folder, bool leavesByItself)
    {
        Task leaving = SeeOutAsync(folder, leavesByItself);
        _leaving[leaving] = true;
        _ = leaving.ContinueWith(done => _leaving.TryRemove(done, out _), TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        End(_left.TakeBelow(int.MaxValue));
        _isClosing = true;
        await Task.WhenAll(_leaving.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await CloseAsync().ConfigureAwait(false);
    }

    /// <summary>Frees the folder and leaves what lies there.</summary>
    public async ValueTask CloseAsync()
    {
        await Queue.DisposeAsync().ConfigureAwait(false);
        Gate.Dispose();
        await _mine.DisposeAsync().ConfigureAwait(false);
    }

    private async Task SeeOutAsync(TrialFolder folder, bool leavesByItself)
    {
        if (!leavesByItself)
        {
            folder.Withdraw();
        }

        string name = NameOf(folder);
        long since = Stopwatch.GetTimestamp();
        bool isCancelled = false;
        bool isLeft = false;
        Queue.Follow(name);
        while (!_isClosing || Stopwatch.GetElapsedTime(since) < LastPatience)
        {
            JobView? view = Queue.Of(name);
            if (view is not null and not { Task: { IsWaiting: true } or { IsRunning: true } })
            {
                break;
            }

            bool isDue = !leavesByItself || Stopwatch.GetElapsedTime(since) > Settling || view is { Task.IsWaiting: true };
            if (!isCancelled && isDue)
            {
                isCancelled = true;
                isLeft = !await CancelAsync(name).ConfigureAwait(false);
            }

            if (isLeft && _isClosing)
            {
                // The folder stays, so that the next search knows of the job.
                return;
            }

            await Task.Delay(Tick).ConfigureAwait(false);
        }

        Queue.Leave(name);
        folder.Delete();
    }

    private void End(IReadOnlyList<TrialFolder> folders)
    {
        // Those that their own search cancelled have no order any more, and nobody misses them.
        TrialFolder[] lost = [.. folders.Where(folder => File.Exists(folder.OrderFile))];
        if (lost.Length > 0)
        {
            Say($"jobs of the search before that are no longer needed are ended, of {(lost.Length == 1 ? "trial" : "trials")} "
                + string.Join(", ", lost.Select(folder => FormattableString.Invariant($"{folder.Number}"))));
        }

        foreach (TrialFolder folder in folders)
        {
            SeeOut(folder, leavesByItself: false);
        }
    }

    // Names outlive a search that is killed: the next one has to find its jobs by them.
    private static string PrefixOf(SlurmSpec spec)
    {
        string file = Path.Combine(spec.Folder, "name");
        if (!File.Exists(file))
        {
            Files.WholeFile.Write(file, JobName.New(spec.Study, TimeProvider.System.GetUtcNow()));
        }

        return File.ReadAllText(file).Trim();
    }
}
