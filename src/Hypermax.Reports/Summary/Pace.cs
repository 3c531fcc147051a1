namespace Hypermax.Summary;

/// <summary>How fast trials end lately, from their starts and durations alone.</summary>
internal static class Pace
{
    private const int Lately = 20;
    private const int Patience = 3;

    /// <summary>Gets the trials a minute over the last of them; NaN before there are two. Time in which nothing ran does not count.</summary>
    public static double PerMinute(IEnumerable<TrialRecord> trials)
    {
        (DateTimeOffset End, TimeSpan Duration)[] last =
        [
            .. trials.Where(trial => trial.IsFinished && !trial.IsAdded)
                .Select(trial => (End: trial.Started + trial.Duration, trial.Duration))
                .OrderBy(trial => trial.End)
                .TakeLast(Lately + 1),
        ];
        if (last.Length < 2)
        {
            return double.NaN;
        }

        // Between two ends lies hardly more than the longest trial, unless the search was paused or stopped.
        TimeSpan longest = last.Max(trial => trial.Duration);
        TimeSpan[] gaps = [.. last.Zip(last.Skip(1), (earlier, later) => later.End - earlier.End).Where(gap => gap <= Patience * longest)];
        double minutes = gaps.Sum(gap => gap.TotalMinutes);
        return minutes > 0 ? gaps.Length / minutes : double.NaN;
    }

    /// <summary>Gets the time for so many more trials at that pace, or null when it is not known.</summary>
    public static TimeSpan? Left(double perMinute, int trials) => perMinute > 0 && trials > 0 ? TimeSpan.FromMinutes(Math.Min(trials / perMinute, 1e7)) : null;
}
