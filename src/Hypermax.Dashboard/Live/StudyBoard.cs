using System.Collections.Concurrent;
using Hypermax.Dashboard.Sources;
using Hypermax.Studies.Watching;
using Microsoft.Extensions.Hosting;

namespace Hypermax.Dashboard.Live;

/// <summary>All studies there are, looked at as often as somebody looks at them.</summary>
/// <remarks>Each source has a round of its own, so that a database that does not answer holds up no folder.</remarks>
internal sealed class StudyBoard : BackgroundService
{
    private const string Nowhere = "The pages were told of no folder and no database, so there is nothing to show. Name one where they are added: "
        + "services.AddHypermaxDashboard(options => options.Folders.Add(\"…\")).";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, LiveStudy> _studies = new(StringComparer.Ordinal);
    private readonly SourceWatch[] _sources;
    private readonly string[] _alwaysTold;
    private readonly Lock _telling = new();
    private volatile TaskCompletionSource _changed = NewSignal();
    private (long Sum, string Notices) _told;
    private long _version;
    private int _watchers;

    /// <summary>Begins with nothing; whoever looks first has it read.</summary>
    public StudyBoard(DashboardOptions options)
    {
        _alwaysTold = options.Folders.Count + options.Sources.Count > 0 ? [] : [Nowhere];
        FolderScan scan = new([.. options.Folders], options.Depth);
        MarkedStudies[] marked = options is { MarkOf: { } markOf, OpenStore: { } open } ? [new MarkedStudies(scan, markOf, open)] : [];
        StudySource[] sources = [new FolderStudies(scan, followsMarks: marked.Length > 0), .. marked, .. options.Sources];
        _sources = [.. sources.Select(source => new SourceWatch(source, _studies))];
    }

    /// <summary>Gets the studies, by title.</summary>
    public IReadOnlyList<LiveStudy> Studies => [.. _studies.Values.OrderBy(study => study.Place.Title, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Gets what people should know of the sources, a sentence or two each: that one cannot be read at the moment, or that there is none.</summary>
    public IReadOnlyList<string> Notices => [.. _alwaysTold, .. _sources.Select(source => source.Notice).OfType<string>()];

    /// <summary>Gets a number that grows with every change of any study.</summary>
    public long Version => Volatile.Read(ref _version);

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
        await Task.WhenAll(_sources.Select(source => Task.Run(() => source.ReadAllAsync(cancellation), cancellation))).ConfigureAwait(false);
        Tell();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        foreach (LiveStudy study in _studies.Values)
        {
            study.Dispose();
        }

        Array.ForEach(_sources, source => source.Dispose());
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_sources.Select(source => Task.Run(() => FollowAsync(source, stoppingToken), stoppingToken)));

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task FollowAsync(SourceWatch source, CancellationToken cancellation)
    {
        using PeriodicTimer timer = new(BetweenLooks);
        do
        {
            await source.FollowAsync(Volatile.Read(ref _watchers) > 0, cancellation).ConfigureAwait(false);
            Tell();
        }
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false));
    }

    private void Tell()
    {
        lock (_telling)
        {
            (long Sum, string Notices) now = (_studies.Values.Sum(study => study.Moment.Version) + _studies.Count, string.Join('\n', Notices));
            if (_told == now)
            {
                return;
            }

            _told = now;
            Volatile.Write(ref _version, _version + 1);
            TaskCompletionSource before = _changed;
            _changed = NewSignal();
            before.SetResult();
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
