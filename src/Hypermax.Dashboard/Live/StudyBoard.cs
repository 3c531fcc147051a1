using System.Collections.Concurrent;
using System.Diagnostics;
using Hypermax.Dashboard.Sources;
using Microsoft.Extensions.Hosting;

namespace Hypermax.Dashboard.Live;

/// <summary>All studies there are, looked at as often as somebody looks at them.</summary>
internal sealed class StudyBoard(DashboardOptions options) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    // Looking for studies may take up to this part of the time.
    private const int MostShare = 20;

    private readonly ConcurrentDictionary<string, LiveStudy> _studies = new(StringComparer.Ordinal);
    private readonly IStudySource[] _sources = [new FolderStudies([.. options.Folders], options.Depth), .. options.Sources];
    private readonly SemaphoreSlim _finding = new(1, 1);
    private volatile TaskCompletionSource _changed = NewSignal();
    private long _foundAt;
    private TimeSpan _foundIn;
    private long _sum;
    private int _watchers;

    /// <summary>Gets the studies, by title.</summary>
    public IReadOnlyList<LiveStudy> Studies => [.. _studies.Values.OrderBy(study => study.Place.Title, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Gets a number that changes with every study.</summary>
    public long Version => Volatile.Read(ref _sum);

    /// <summary>Gets what ends when something changed in any study; to be taken before looking.</summary>
    public Task Changed => _changed.Task;

    /// <summary>Finds a study by its name in addresses; null where there is none.</summary>
    public LiveStudy? Find(string id) => _studies.GetValueOrDefault(id);

    /// <summary>Counts a page that shows all studies, until the result is disposed.</summary>
    public IDisposable Watch()
    {
        Interlocked.Increment(ref _watchers);
        return new Leaving(this);
    }

    /// <summary>Reads what is new of every study; those that were not read yet, and those of which news are wanted.</summary>
    public async Task ReadAllAsync(CancellationToken cancellation)
    {
        await FindStudiesAsync(BetweenRounds, cancellation).ConfigureAwait(false);
        await LookAsync(_studies.Values, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _finding.Dispose();
        foreach (LiveStudy study in _studies.Values)
        {
            study.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        long round = 0;
        using PeriodicTimer timer = new(BetweenLooks);
        do
        {
            bool isRound = round == 0 || Stopwatch.GetElapsedTime(round) >= BetweenRounds;
            if (isRound && Volatile.Read(ref _watchers) > 0)
            {
                round = Stopwatch.GetTimestamp();
                await FindStudiesAsync(BetweenRounds * 3, stoppingToken).ConfigureAwait(false);
                await LookAsync(_studies.Values, stoppingToken).ConfigureAwait(false);
            }
            else
            {
                await LookAsync(_studies.Values.Where(study => study.Watchers > 0), stoppingToken).ConfigureAwait(false);
            }

            foreach (LiveStudy study in _studies.Values.Where(study => study.Watchers > 0))
            {
                study.Charts.Advance(study.Moment);
            }

            foreach (LiveStudy study in _studies.Values.Where(study => study.IsIdle(Idle)))
            {
                study.Release();
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task LookAsync(IEnumerable<LiveStudy> studies, CancellationToken cancellation)
    {
        // An idle study is looked at again when its turn comes in a list.
        await Parallel.ForEachAsync(studies, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation }, (study, _) =>
        {
            study.Look();
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        long sum = _studies.Values.Sum(study => study.Moment.Version) + _studies.Count;
        if (Interlocked.Exchange(ref _sum, sum) != sum)
        {
            TaskCompletionSource before = _changed;
            _changed = NewSignal();
            before.SetResult();
        }
    }

    private async Task FindStudiesAsync(TimeSpan between, CancellationToken cancellation)
    {
        await _finding.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            TimeSpan pause = _foundIn * MostShare > between ? _foundIn * MostShare : between;
            if (_foundAt != 0 && Stopwatch.GetElapsedTime(_foundAt) < pause)
            {
                return;
            }

            long started = Stopwatch.GetTimestamp();
            foreach (IStudySource source in _sources)
            {
                Find(source);
            }

            (_foundAt, _foundIn) = (Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(started));
        }
        finally
        {
            _finding.Release();
        }
    }

    private void Find(IStudySource source)
    {
        IReadOnlyList<StudyPlace> places;
        try
        {
            places = source.Find();
        }
        catch (IOException)
        {
            // It may be back at the next look; what is known of its studies stays.
            return;
        }

        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (StudyPlace place in places)
        {
            found.Add(place.Id);
            if (!_studies.ContainsKey(place.Id))
            {
                _studies[place.Id] = new LiveStudy(source, place);
            }
        }

        foreach (LiveStudy study in _studies.Values.Where(study => study.IsOf(source) && study.Watchers == 0 && !found.Contains(study.Place.Id)))
        {
            if (_studies.TryRemove(study.Place.Id, out LiveStudy? gone))
            {
                gone.Dispose();
            }
        }
    }

    private sealed class Leaving(StudyBoard board) : IDisposable
    {
        private int _hasLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _hasLeft, 1) == 0)
            {
                Interlocked.Decrement(ref board._watchers);
            }
        }
    }
}
