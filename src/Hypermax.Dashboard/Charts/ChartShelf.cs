using System.Diagnostics;
using Hypermax.Dashboard.Live;

namespace Hypermax.Dashboard.Charts;

/// <summary>Charts of one moment of a study, made when somebody wants them; the moment moves on as fast as making them allows.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class ChartShelf(TimeSpan between)
{
    // Making charts may take up to this part of the time of one processor.
    private const int MostShare = 20;
    private const int MostFilters = 4;

    private readonly Lock _lock = new();
    private readonly LinkedList<ChartSet> _sets = [];
    private StudyMoment? _moment;
    private long _at;
    private long _cost;

    /// <summary>Gets the moment that charts show; 0 before there is one.</summary>
    public long Version => Volatile.Read(ref _moment)?.Version ?? 0;

    /// <summary>Moves on to a moment, if it is time.</summary>
    public void Advance(StudyMoment moment)
    {
        lock (_lock)
        {
            TimeSpan pause = TimeSpan.FromTicks(Math.Max(between.Ticks, Interlocked.Read(ref _cost) * MostShare));
            if (_moment is null || (_moment.Version != moment.Version && Stopwatch.GetElapsedTime(_at) >= pause))
            {
                (_moment, _at, _cost) = (moment, Stopwatch.GetTimestamp(), 0);
                _sets.Clear();
            }
        }
    }

    /// <summary>Gets the charts of the trials that pass a filter.</summary>
    /// <param name="moment">The newest moment, in case there is none yet.</param>
    /// <param name="filter">What trials must pass.</param>
    public ChartSet Of(StudyMoment moment, string filter)
    {
        Advance(moment);
        lock (_lock)
        {
            ChartSet? set = _sets.FirstOrDefault(set => set.Filter == filter);
            if (set is null)
            {
                set = new ChartSet(_moment!, filter, elapsed => Interlocked.Add(ref _cost, elapsed.Ticks));
                _sets.AddFirst(set);
                if (_sets.Count > MostFilters)
                {
                    _sets.RemoveLast();
                }
            }

            return set;
        }
    }

    /// <summary>Lets go of everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _moment = null;
            _sets.Clear();
        }
    }
}
