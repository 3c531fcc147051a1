namespace Hypermax.Dataset.Replay;

/// <summary>One replayed search: the lowest loss after each trial, and the seconds gone by then.</summary>
/// <param name="Method">The method.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Lowest">The lowest loss after each trial; infinite while all failed.</param>
/// <param name="Seconds">The seconds all trials up to each took one after the other.</param>
internal sealed record ReplayRun(string Method, int Seed, IReadOnlyList<double> Lowest, IReadOnlyList<double> Seconds)
{
    private static readonly TrialOutcome Failure = TrialOutcome.Fail(FailureKind.Exception, "The nearest trial of the data set failed.");

    /// <summary>Searches a replayed objective, one trial after the other.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="space">Its space.</param>
    /// <param name="method">The method.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="trials">How many trials; fewer where the space is used up.</param>
    public static ReplayRun Of(ReplayedObjective objective, SearchSpace space, string method, int seed, int trials)
    {
        using Study study = Study.Create(space, new StudyOptions { Method = method, Seed = seed, Trials = trials, TryDefaults = false });
        List<double> losses = [];
        List<double> seconds = [];
        while (losses.Count < trials && study.Ask() is { } trial)
        {
            (double loss, double took) = objective.Evaluate(trial.Point);
            study.Tell(trial, double.IsFinite(loss) ? TrialOutcome.Of(loss) : Failure);
            losses.Add(Math.Min(loss, losses.Count == 0 ? double.PositiveInfinity : losses[^1]));
            seconds.Add(took + (seconds.Count == 0 ? 0 : seconds[^1]));
        }

        return new ReplayRun(method, seed, losses, seconds);
    }

    /// <summary>Gets the lowest loss after so many trials.</summary>
    /// <param name="trials">From 1; at most as many count as there were.</param>
    public double After(int trials) => Lowest[Math.Min(trials, Lowest.Count) - 1];

    /// <summary>Gets after how many trials a loss was reached; null where it never was.</summary>
    /// <param name="loss">The loss.</param>
    public int? Reached(double loss)
    {
        for (int i = 0; i < Lowest.Count; i++)
        {
            if (Lowest[i] <= loss)
            {
                return i + 1;
            }
        }

        return null;
    }
}
