namespace Hypermax.Folder;

/// <summary>How fast trials end lately, from their starts and durations alone.</summary>
internal static class Pace
{
    private const int Lately = 20;

    /// <summary>Gets the trials a minute over the last of them; NaN before there are two.</summary>
    public static double PerMinute(IEnumerable<TrialRecord> trials)
    {
        DateTimeOffset[] ends =
        [
            .. trials.Where(trial => trial.IsFinished && !trial.IsAdded).Select(trial => trial.Started + trial.Duration).Order().TakeLast(Lately + 1),
        ];
        return ends.Length >= 2 && ends[^1] > ends[0] ? (ends.Length - 1) / (ends[^1] - ends[0]).TotalMinutes : double.NaN;
    }

    /// <summary>Gets the time for so many more trials at that pace, or null when it is not known.</summary>
    public static TimeSpan? Left(double perMinute, int trials) => perMinute > 0 && trials > 0 ? TimeSpan.FromMinutes(Math.Min(trials / perMinute, 1e7)) : null;
}
