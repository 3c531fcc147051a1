using Hypermax.Pruning;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Studies.Budgeting;

/// <summary>The points of a study with budgets as samplers see them: one row each, with a loss at one and the same budget.</summary>
/// <remarks>
/// That budget is the highest which enough points have reached for a model. The loss of a point that came less far is what those who came farther made of
/// theirs at the same place: a straight line through them, level where it would fall, as a pruned trial's is. So losses at small budgets inform, as
/// far as they have told the truth here, and never count as best. Where trials report on their way, how far that may be from the truth is told with it.
/// A function of the rows alone.
/// </remarks>
/// <param name="fidelity">The budgets.</param>
/// <param name="geometry">The space.</param>
/// <param name="direction">Which values are better.</param>
/// <param name="free">Gets a point as samplers see it.</param>
/// <param name="readsReports">Whether what trials report on their way has its budget as step.</param>
internal sealed class ComparableLosses(Fidelity fidelity, SpaceGeometry geometry, Direction direction, Func<Point, Point> free, bool readsReports)
{
    /// <summary>Makes the rows of trials, in the order in which their points were first told.</summary>
    public TrialHistory Of(IEnumerable<TrialRecord> trials)
    {
        List<Run> runs = [];
        Dictionary<int, Run> byTrial = [];
        foreach (TrialRecord trial in trials)
        {
            Run? run = trial.Budget?.Continues is int earlier ? byTrial.GetValueOrDefault(earlier) : null;
            if (run is null)
            {
                runs.Add(run = new Run(trial));
            }

            byTrial[trial.Number] = run;
            run.Add(trial, direction, trial.Budget?.Amount ?? fidelity.Max, readsReports);
        }

        return Compare(runs);
    }

    private TrialHistory Compare(List<Run> runs)
    {
        long target = Target(runs);
        Run[] there = [.. runs.Where(run => run.Reached >= target)];
        Dictionary<long, BudgetLine> lines = [];
        TrialHistory history = new(geometry.Count);
        double[] losses = [.. there.Select(run => run.At(target)).Order()];
        foreach (Run run in runs)
        {
            if (run.Reached >= target || run.Reached == 0)
            {
                double loss = run.Reached == 0 ? run.Penalty : run.At(target);
                history.Add(run.Number, free(run.Point), loss, run.Reached == 0 ? TrialState.Failed : TrialState.Complete);
                continue;
            }

            if (!lines.TryGetValue(run.Reached, out BudgetLine line))
            {
                lines.Add(run.Reached, line = BudgetLine.Through([.. there.Select(other => (other.At(run.Reached), other.At(target)))]));
            }

            double last = run.At(run.Reached);
            double best = losses.Length > 0 ? losses[0] : double.NegativeInfinity;
            double worst = losses.Length > 0 ? Math.Max(best, Math.Max(last, losses[losses.Length / 2])) : double.PositiveInfinity;
            double spread = readsReports ? line.Spread(last) : 0;
            history.AddForecast(run.Number, free(run.Point), Math.Clamp(line.Of(last), best, worst), spread);
        }

        return history;
    }

    // As BOHB: the highest budget with enough points for a model; the lowest while there is none.
    private long Target(List<Run> runs)
    {
        int least = readsReports ? BudgetLine.Least + 1 : geometry.Dimensions.Count(dimension => dimension.LevelCount != 1) + 2;
        IReadOnlyList<long> budgets = fidelity.Budgets;
        int level = budgets.Count - 1;
        while (level > 0 && runs.Count(run => run.Reached >= budgets[level]) < least)
        {
            level--;
        }

        return budgets[level];
    }

    /// <summary>What is known of one point.</summary>
    private sealed class Run(TrialRecord first)
    {
        private readonly SortedList<long, double> _seen = [];

        public Point Point => first.Point;

        /// <summary>Gets the number of the last trial.</summary>
        public int Number { get; private set; }

        /// <summary>Gets the loss of a failed trial; NaN for none.</summary>
        public double Penalty { get; private set; } = double.NaN;

        /// <summary>Gets the largest budget at which there is a loss; 0 where there is none, or the last trial failed.</summary>
        public long Reached { get; private set; }

        public void Add(TrialRecord trial, Direction direction, long budget, bool readsReports)
        {
            Number = trial.Number;
            double loss = direction.ToLoss(trial.Value);
            if (trial.State == TrialState.Failed || !trial.HasValue || !trial.IsFeasible)
            {
                (Reached, Penalty) = (0, trial.IsFeasible ? loss : double.NaN);
                return;
            }

            foreach (TrialReport report in readsReports ? trial.Outcome!.Reports.Where(report => report.Step > 0 && report.Step < budget) : [])
            {
                if (double.IsFinite(report.Value))
                {
                    See(report.Step, direction.ToLoss(report.Value));
                }
            }

            if (trial.State != TrialState.Pruned || _seen.Count == 0)
            {
                See(budget, loss);
            }
        }

        /// <summary>Gets the loss at a budget, or at the first one beyond.</summary>
        public double At(long budget)
        {
            int place = 0;
            while (_seen.Keys[place] < budget)
            {
                place++;
            }

            return _seen.Values[place];
        }

        private void See(long budget, double loss)
        {
            _seen[budget] = loss;
            Reached = _seen.Keys[^1];
        }
    }
}
