using Hypermax.Convergence.Problems;
using Hypermax.Numerics;

namespace Hypermax.Convergence.Running;

/// <summary>One run of a study whose trials may end early, scored by what it cost.</summary>
/// <remarks>
/// Trials report at steps that grow by about a quarter and pay for the steps they run, 1 for an average whole trial. The incumbent is the point with the
/// lowest observation at the highest budget that any trial has reached; its true loss at the whole budget is scored. A point at a budget has one
/// observation, however often it is asked for.
/// </remarks>
internal sealed class CurveCell
{
    private const char Over = '+';
    private const int Most = 2000;
    private static readonly int[] Steps = [1, 2, 3, 4, 5, 7, 9, 12, 15, 19, 27, 34, 43, 54, 66, 81];

    private readonly Problem _problem;
    private readonly LearningCurves _curves;
    private readonly long _seed;
    private readonly double[] _best;
    private readonly SortedDictionary<int, (double Observed, double Final)> _leaders = [];
    private readonly Dictionary<int, int> _reached = [];
    private double _spent;
    private int _marked;

    private CurveCell(Problem problem, long seed, int cost)
    {
        (_problem, _curves, _seed) = (problem, problem.Curves!, seed);
        _best = new double[cost];
    }

    /// <summary>Runs and returns the true loss of the incumbent at each whole cost, and the mean milliseconds of a trial.</summary>
    /// <param name="method">A method at whole budgets, or <c>SCHEDULE+METHOD</c>.</param>
    /// <param name="problem">A problem with learning curves.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cost">How many average whole trials the run may cost.</param>
    public static (double[] Best, double MillisecondsPerTrial) Run(string method, Problem problem, long seed, int cost)
    {
        string[] parts = method.Split(Over);
        using Study study = Study.Create(problem.Space, new StudyOptions
        {
            Sampler = Methods.Create(parts[^1]),
            Seed = seed,
            Order = ProposalOrder.Arrival,
            Fidelity = parts.Length > 1 ? new Fidelity(1, LearningCurves.Whole) : null,
            Schedule = parts.Length > 1 ? parts[0] : null,
        });
        return new CurveCell(problem, seed, cost).Run(study);
    }

    private (double[] Best, double MillisecondsPerTrial) Run(Study study)
    {
        long start = TimeProvider.System.GetTimestamp();
        int trials = 0;
        for (; _spent < _best.Length && trials < Most && study.Ask() is { } trial; trials++)
        {
            Run(study, trial);
        }

        Mark(double.PositiveInfinity);
        return (_best, TimeProvider.System.GetElapsedTime(start).TotalMilliseconds / Math.Max(1, trials));
    }

    private void Run(Study study, Trial trial)
    {
        double[] point = trial.Point.ToArray();
        double[] curve = _curves.Losses(point);
        double price = _curves.Price?.Invoke(point) ?? 1;
        int budget = (int)(trial.Budget?.Amount ?? LearningCurves.Whole);
        int at = trial.Budget?.Continues is int earlier ? _reached[earlier] : 0;
        foreach (int step in Steps.Where(step => step > at && step < budget).Append(budget).ToArray())
        {
            Mark(_spent + (price * (step - at) / LearningCurves.Whole));
            at = step;
            double seen = Observe(point, curve, step);
            if (!_leaders.TryGetValue(step, out (double Observed, double Final) leader) || seen < leader.Observed)
            {
                _leaders[step] = (seen, curve[^1]);
            }

            trial.Report(seen, step);
            if (step < budget && trial.ShouldPrune)
            {
                _reached[trial.Number] = at;
                study.TellPruned(trial);
                return;
            }
        }

        _reached[trial.Number] = at;
        study.Tell(trial, Observe(point, curve, at));
    }

    // The incumbent stood while the cost grew from what it was.
    private void Mark(double spent)
    {
        while (_marked < _best.Length && spent > _marked + 1 + 1e-9)
        {
            _best[_marked++] = _leaders.Count == 0 ? double.PositiveInfinity : _leaders[_leaders.Keys.Max()].Final;
        }

        _spent = double.IsFinite(spent) ? spent : _spent;
    }

    private double Observe(double[] point, double[] curve, int budget)
    {
        long place = 17;
        foreach (double value in point)
        {
            place = unchecked((place * 1_000_003) ^ BitConverter.DoubleToInt64Bits(value));
        }

        SeedStream noise = new(_seed ^ place, budget, "noise/" + _problem.Name);
        return curve[budget - 1] + (_curves.NoiseAt(budget) * noise.NextNormal());
    }
}
