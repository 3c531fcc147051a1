using System.Collections.Concurrent;
using System.Diagnostics;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Live;

/// <summary>The studies of one source: found anew as often as somebody looks at lists, and read as often as somebody looks at them.</summary>
/// <param name="source">Where they come from.</param>
/// <param name="studies">All studies, by their names in addresses; those of this source are added and removed here.</param>
internal sealed class SourceWatch(StudySource source, ConcurrentDictionary<string, LiveStudy> studies) : IDisposable
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    // Looking for studies may take up to this part of the time.
    private const int MostShare = 20;

    private readonly SemaphoreSlim _finding = new(1, 1);
    private long _roundAt;
    private long _foundAt;
    private TimeSpan _foundIn;
    private volatile string? _trouble;

    /// <summary>Gets what keeps the source from being read, or what people should know of it; null when there is nothing.</summary>
    public string? Notice => _trouble ?? source.Notice;

    private IEnumerable<LiveStudy> Studies => studies.Values.Where(study => study.IsOf(source));

    /// <summary>Reads what is new of every study; those that were not read yet, and those of which news are wanted.</summary>
    public async Task ReadAllAsync(CancellationToken cancellation)
    {
        await FindAsync(BetweenRounds, cancellation).ConfigureAwait(false);
        await LookAsync(Studies, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads what is new for those who look just now.</summary>
    /// <param name="isListed">Whether somebody looks at the list of all studies.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task FollowAsync(bool isListed, CancellationToken cancellation)
    {
        if (isListed && (_roundAt == 0 || Stopwatch.GetElapsedTime(_roundAt) >= BetweenRounds))
        {
            _roundAt = Stopwatch.GetTimestamp();
            await FindAsync(BetweenRounds * 3, cancellation).ConfigureAwait(false);
            await LookAsync(Studies, cancellation).ConfigureAwait(false);
        }
        else
        {
            await LookAsync(Studies.Where(study => study.Watchers > 0), cancellation).ConfigureAwait(false);
        }

        foreach (LiveStudy study in Studies)
        {
            if (study.Watchers > 0)
            {
                study.Charts.Advance(study.Moment);
            }
            else if (study.IsIdle(Idle))
            {
                study.Release();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _finding.Dispose();
        source.Dispose();
    }

    // An idle study is looked at again when its turn comes in a list.
    private static Task LookAsync(IEnumerable<LiveStudy> studies, CancellationToken cancellation) => Parallel.ForEachAsync(
        studies,
        new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation },
        (study, _) =>
        {
            study.Look();
            return ValueTask.CompletedTask;
        });

    private async Task FindAsync(TimeSpan between, CancellationToken cancellation)
    {
        await _finding.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            TimeSpan share = source.IsQuick ? TimeSpan.Zero : _foundIn * MostShare;
            TimeSpan pause = share > between ? share : between;
            if (_foundAt != 0 && Stopwatch.GetElapsedTime(_foundAt) < pause)
            {
                return;
            }

            long started = Stopwatch.GetTimestamp();
            Find();
            (_foundAt, _foundIn) = (Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(started));
        }
        finally
        {
            _finding.Release();
        }
    }

    private void Find()
    {
        IReadOnlyList<StudyPlace> places;
        try
        {
            places = source.Find();
            _trouble = null;
        }
        catch (StudyAwayException)
        {
            // Its notice says so; what is known of its studies stays.
            return;
        }
        catch (IOException error)
        {
            // It may be back at the next look; what is known of its studies stays.
            _trouble = error.Message;
            return;
        }

        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (StudyPlace place in places)
        {
            found.Add(place.Id);
            if (!studies.ContainsKey(place.Id))
            {
                studies[place.Id] = new LiveStudy(source, place);
            }
        }

        foreach (LiveStudy study in Studies.Where(study => study.Watchers == 0 && !found.Contains(study.Place.Id)))
        {
            if (studies.TryRemove(study.Place.Id, out LiveStudy? gone))
            {
                gone.Dispose();
            }
        }
    }
}
