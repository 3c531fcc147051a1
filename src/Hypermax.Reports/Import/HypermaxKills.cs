namespace Hypermax.Import;

/// <summary>Gives the failed trials of Hypermax's tables the kind of failure they were: its messages tell some, its times the others.</summary>
internal static class HypermaxKills
{
    private const string Killed = "Model was automatically killed";

    /// <summary>Settles the kinds, in place.</summary>
    /// <param name="trials">The trials of the table.</param>
    /// <param name="killedAfter">The seconds after which trials were killed; null when it is not known.</param>
    /// <remarks>A kill is one for time when it took as long as the limit; where the limit is not known, when no trial that ended well took longer.
    /// Others were for memory.</remarks>
    public static void Settle(List<TrialRecord> trials, double? killedAfter)
    {
        double longest = trials.Where(trial => trial.IsComplete).Select(trial => trial.Duration.TotalSeconds).DefaultIfEmpty(0).Max();
        for (int i = 0; i < trials.Count; i++)
        {
            if (trials[i].Outcome is { Failure: FailureKind.Exception, Message: { } message } outcome
                && KindOf(message, trials[i].Duration.TotalSeconds >= (killedAfter ?? longest)) is { } kind)
            {
                trials[i] = trials[i] with { Outcome = outcome with { Failure = kind } };
            }
        }
    }

    private static FailureKind? KindOf(string message, bool wasLong) =>
        message.StartsWith(Killed, StringComparison.OrdinalIgnoreCase) ? (wasLong ? FailureKind.WallTime : FailureKind.Memory)
        : message.StartsWith("Did not find result object", StringComparison.OrdinalIgnoreCase)
            || message.StartsWith("Unable to decode the JSON result", StringComparison.OrdinalIgnoreCase)
        ? FailureKind.BadResult
        : null;
}
