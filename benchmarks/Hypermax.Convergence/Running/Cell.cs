using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Convergence.Running;

/// <summary>One run of a method on a problem with a seed.</summary>
internal static class Cell
{
    /// <summary>Runs and returns the smallest true loss after each trial, and the mean milliseconds an ask took at the end.</summary>
    public static (double[] Best, double MillisecondsPerAsk) Run(ISampler sampler, Problems.Problem problem, long seed, int trials)
    {
        SpaceGeometry geometry = new(problem.Space);
        TrialHistory history = new(geometry.Count);
        SeedStream noise = new(seed, 0, "noise/" + problem.Name);
        double[] best = new double[trials];
        double lowest = double.PositiveInfinity;
        long ticks = 0;
        int timed = Math.Min(5, trials);
        for (int trial = 0; trial < trials; trial++)
        {
            SamplerContext context = new() { Geometry = geometry, History = history, TrialNumber = trial, Seed = seed, PlannedTrials = trials };
            long start = TimeProvider.System.GetTimestamp();
            Proposal proposal = sampler.Propose(context);
            ticks += trial >= trials - timed ? TimeProvider.System.GetTimestamp() - start : 0;
            if (proposal.Vector.Length == 0)
            {
                best.AsSpan(trial).Fill(lowest);
                break;
            }

            if (!geometry.Contains(proposal.Vector))
            {
                throw new InvalidOperationException($"'{sampler.Name}' proposed a point outside the space of '{problem.Name}': [{string.Join(", ", proposal.Vector)}].");
            }

            if (problem.Fails?.Invoke(proposal.Vector) == true)
            {
                best[trial] = lowest;
                history.Add(trial, proposal.Vector, double.NaN, TrialState.Failed);
                continue;
            }

            double loss = problem.Function(proposal.Vector);
            lowest = Math.Min(lowest, loss);
            best[trial] = lowest;
            double told = problem.Told?.Invoke(loss, noise) ?? (loss + (problem.Noise > 0 ? problem.Noise * noise.NextNormal() : 0));
            history.Add(trial, proposal.Vector, told, TrialState.Complete);
        }

        return (best, TimeProvider.System.GetElapsedTime(0, ticks).TotalMilliseconds / timed);
    }
}
