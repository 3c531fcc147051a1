using System.Diagnostics;

namespace Hypermax.Execution.Usages;

/// <summary>Decides when to tell again what trials use: at once where memory has changed, else once a second, and seldom where it takes long.</summary>
/// <remarks>Used by one thread at a time.</remarks>
/// <param name="least">How long to wait in any case.</param>
internal sealed class UsagePace(TimeSpan least = default)
{
    // The time of a slow disk or server that telling may take, by the faster of the last two times: one may come at a bad moment.
    private const int MostShare = 20;

    // A change of less than this part may wait: memory is hardly ever the same twice.
    private const int LeastPart = 50;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private Dictionary<int, long> _told = [];
    private TimeSpan _pause;
    private TimeSpan _took;
    private long _toldAt;

    /// <summary>Tells whether it is time.</summary>
    /// <param name="trials">What the trials use now.</param>
    public bool IsDue(IReadOnlyList<RunningUsage> trials) => _toldAt == 0
        || (Stopwatch.GetElapsedTime(_toldAt) is var since && since >= _pause && since >= least && (since >= Between || trials.Any(IsNews)));

    /// <summary>Tells the trials in some way, and decides how long to wait then.</summary>
    /// <param name="trials">What they use.</param>
    /// <param name="tell">Tells it; whatever goes wrong with it costs what is told, and nothing else.</param>
    public void Tell(IReadOnlyList<RunningUsage> trials, Action tell)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            tell();
            TimeSpan took = Stopwatch.GetElapsedTime(started);
            TimeSpan share = (took < _took ? took : _took) * MostShare;
            _pause = share < Longest ? share : Longest;
            _took = took;
        }
        catch (Exception)
        {
            // Whatever is wrong with the disk, the path or the server.
            _pause = Longest;
        }

        _told = trials.ToDictionary(trial => trial.Number, trial => trial.Bytes);
        _toldAt = started;
    }

    private bool IsNews(RunningUsage trial) =>
        !_told.TryGetValue(trial.Number, out long before) || Math.Abs(trial.Bytes - before) > Math.Max(trial.Bytes, before) / LeastPart;
}
