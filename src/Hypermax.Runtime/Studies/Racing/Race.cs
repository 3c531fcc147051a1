namespace Hypermax.Studies.Racing;

/// <summary>Decides which leading point is evaluated again.</summary>
internal sealed class Race(RaceOptions options, RaceStandings standings)
{
    /// <summary>The method that trials name which evaluate a leading point again.</summary>
    public const string Method = "race";

    // Below that the leader of today is hardly that of tomorrow.
    private const int LeastPoints = 10;

    /// <summary>Tells whether a trial evaluates the point of an earlier one again.</summary>
    public static bool IsRepeat(TrialRecord trial) => trial.Insight?.Method == Method;

    /// <summary>Gets the first trial at the point to evaluate again next; null when there is none, or the share of repeats is used up.</summary>
    /// <param name="trials">How many trials there are, with those that run.</param>
    /// <param name="planned">How many there are to be.</param>
    /// <param name="repeats">How many of these are repeats.</param>
    /// <param name="running">The points of the repeats whose outcome is not known yet.</param>
    public TrialRecord? Next(int trials, int planned, int repeats, IReadOnlyList<Point> running)
    {
        if (repeats + 1 > Allowed(trials + 1, planned) || standings.Points.Count < LeastPoints || standings.IsExact)
        {
            return null;
        }

        int Attempts(RacePoint point) => point.Attempts + running.Count(point.First.Point.Equals);
        return Rivals().Where(point => Attempts(point) < options.MostRepeats).MinBy(Attempts)?.First;
    }

    // The leader and those that may be as good; while the noise is not known any of the first few.
    private RacePoint[] Rivals()
    {
        RacePoint[] leaders = [.. standings.Ranked().Take(options.Leaders)];
        if (!standings.IsNoiseKnown)
        {
            return leaders[..Math.Min(2, leaders.Length)];
        }

        RacePoint[] close = [.. leaders.Where(rival => rival == leaders[0] || !standings.IsWorse(rival, leaders[0], options.Confidence))];
        return close.Length > 1 ? close : [];
    }

    // Early leaders are soon overtaken, so most repeats belong to the end: with the square of the progress, a quarter of them fall into the first half.
    private double Allowed(int trials, int planned) => options.Share * trials * Math.Min(1, (double)trials / planned);
}
