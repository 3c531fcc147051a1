using Hypermax.Convergence.Problems;
using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Convergence.Running;

/// <summary>One run of a method on a problem with a seed.</summary>
internal sealed class Cell
{
    private readonly ISampler _sampler;
    private readonly Problem _problem;
    private readonly long _seed;
    private readonly SpaceGeometry _geometry;
    private readonly TrialHistory _history;
    private readonly SeedStream _noise;
    private readonly double[] _best;

    private Cell(ISampler sampler, Problem problem, long seed, int trials)
    {
        (_sampler, _problem, _seed) = (sampler, problem, seed);
        _geometry = new SpaceGeometry(problem.Space);
        _history = new TrialHistory(_geometry.Count);
        _noise = new SeedStream(seed, 0, "noise/" + problem.Name);
        _best = new double[trials];
    }

    /// <summary>Runs and returns the smallest true loss after each trial, and the mean milliseconds an ask took at the end.</summary>
    /// <param name="sampler">The method.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="trials">The number of trials.</param>
    /// <param name="batch">How many trials are asked for before any of them is told.</param>
    public static (double[] Best, double MillisecondsPerAsk) Run(ISampler sampler, Problem problem, long seed, int trials, int batch = 1) =>
        new Cell(sampler, problem, seed, trials).Run(batch);

    private (double[] Best, double MillisecondsPerAsk) Run(int batch)
    {
        int trials = _best.Length;
        int timed = Math.Min(5, trials);
        double lowest = double.PositiveInfinity;
        long ticks = 0;
        List<double[]> running = [];
        for (int trial = 0; trial < trials; trial++)
        {
            long start = TimeProvider.System.GetTimestamp();
            double[]? point = Ask(trial, running);
            ticks += trial >= trials - timed ? TimeProvider.System.GetTimestamp() - start : 0;
            if (point is not null)
            {
                running.Add(point);
            }

            if (point is null || running.Count == batch || trial == trials - 1)
            {
                for (int i = 0; i < running.Count; i++)
                {
                    int told = trial - running.Count + 1 + i - (point is null ? 1 : 0);
                    lowest = Math.Min(lowest, Tell(told, running[i]));
                    _best[told] = lowest;
                }

                running.Clear();
            }

            if (point is null)
            {
                _best.AsSpan(trial).Fill(lowest);
                break;
            }
        }

        return (_best, TimeProvider.System.GetElapsedTime(0, ticks).TotalMilliseconds / timed);
    }

    // Gets a point, or null when the space is used up.
    private double[]? Ask(int trial, List<double[]> running)
    {
        SamplerContext context = new()
        {
            Geometry = _geometry,
            History = _history,
            Running = [.. running.Select(point => new Point(point))],
            TrialNumber = trial,
            Seed = _seed,
            PlannedTrials = _best.Length,
        };
        Proposal proposal = _sampler.Propose(context);
        return proposal.IsExhausted ? null
            : _geometry.Contains(proposal.Vector) ? proposal.Vector
            : throw new InvalidOperationException(
                $"'{_sampler.Name}' proposed a point outside the space of '{_problem.Name}': [{string.Join(", ", proposal.Vector)}].");
    }

    // Tells a trial and returns its true loss, infinity where it failed.
    private double Tell(int trial, double[] point)
    {
        TrialOutcome told = _problem.Tell(point, _noise);
        _history.Add(trial, point, told.Value, told.State);
        return told.HasValue ? _problem.Function(point) : double.PositiveInfinity;
    }
}
