using Hypermax.Storage;

namespace Hypermax.Studies.Racing;

/// <summary>Keeps the standings of the race up with the history, and asks which point is evaluated again.</summary>
internal sealed class RaceDesk(IStudyStore store, HistoryFeed feed, RaceOptions options, Direction direction)
{
    private readonly RaceStandings _standings = new(direction);
    private int _read;
    private int _repeats;

    /// <summary>Gets the first trial at the point that trial <paramref name="number"/> evaluates again; null when it is to find a new one.</summary>
    /// <param name="number">The number of the trial; the history knows what it may know.</param>
    /// <param name="planned">How many trials there are to be.</param>
    public TrialRecord? Next(int number, int planned)
    {
        for (; _read < feed.History.Count; _read++)
        {
            TrialRecord trial = store.Trials[feed.History.Numbers[_read]];
            _repeats += Race.IsRepeat(trial) ? 1 : 0;
            _standings.Add(trial);
        }

        Point[] running = [.. feed.Others(number).Where(Race.IsRepeat).Select(trial => trial.Point)];
        return new Race(options, _standings).Next(number, planned, _repeats + running.Length, running);
    }
}
