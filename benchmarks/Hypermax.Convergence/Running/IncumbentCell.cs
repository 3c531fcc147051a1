using Hypermax.Convergence.Problems;
using Hypermax.Numerics;

namespace Hypermax.Convergence.Running;

/// <summary>One run of a study that is scored by the point that it calls its best: noise may lead it astray, and a race back.</summary>
internal static class IncumbentCell
{
    private const string Race = "+race";

    /// <summary>Runs and returns the true loss of the best point after each trial, and the mean milliseconds of a trial.</summary>
    /// <param name="method">The method; with <c>+race</c> its leading points are evaluated again.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="trials">The number of trials.</param>
    public static (double[] Best, double MillisecondsPerTrial) Run(string method, Problem problem, long seed, int trials)
    {
        bool isRace = method.EndsWith(Race, StringComparison.Ordinal);
        using Study study = Study.Create(problem.Space, new StudyOptions
        {
            Sampler = Methods.Create(isRace ? method[..^Race.Length] : method),
            Seed = seed,
            Trials = trials,
            Race = isRace ? new RaceOptions() : null,
        });
        SeedStream noise = new(seed, 0, "noise/" + problem.Name);
        double[] best = new double[trials];
        Array.Fill(best, double.PositiveInfinity);
        long start = TimeProvider.System.GetTimestamp();
        for (int number = 0; number < trials; number++)
        {
            if (study.Ask() is { } trial)
            {
                study.Tell(trial, problem.Tell(trial.Point.ToArray(), noise));
            }

            best[number] = study.Best is { } leader ? problem.Function(leader.Point.ToArray()) : double.PositiveInfinity;
        }

        return (best, TimeProvider.System.GetElapsedTime(start).TotalMilliseconds / trials);
    }
}
