using Hypermax.Fronts;
using Hypermax.Trials;

namespace Hypermax.Sampling.Several;

/// <summary>The rows of a history from best to worst by all objectives and constraints: constrained domination (Deb et al. 2002).</summary>
/// <remarks>Feasible rows front by front, then infeasible ones by how much they break in all, equals by number. A function of the rows alone.</remarks>
internal sealed class FeasibleFronts
{
    private FeasibleFronts(LossTable losses, int[][] fronts, int[] infeasible) => (Losses, Fronts, Infeasible) = (losses, fronts, infeasible);

    /// <summary>Gets the losses of all rows of the history.</summary>
    public LossTable Losses { get; }

    /// <summary>Gets the feasible rows with a loss for every objective, front by front, each by number.</summary>
    public int[][] Fronts { get; }

    /// <summary>Gets the infeasible rows, the least broken first.</summary>
    public int[] Infeasible { get; }

    /// <summary>Gets the number of rows in both.</summary>
    public int Usable => Fronts.Sum(front => front.Length) + Infeasible.Length;

    /// <summary>Sorts the rows of a history.</summary>
    public static FeasibleFronts Of(TrialHistory history)
    {
        double[] losses = new double[history.Count * history.ObjectiveCount];
        List<int> feasible = [];
        List<int> infeasible = [];
        for (int row = 0; row < history.Count; row++)
        {
            Span<double> of = losses.AsSpan(row * history.ObjectiveCount, history.ObjectiveCount);
            history.CopyLosses(row, of);
            if (IsFinite(of))
            {
                (history.IsFeasible(row) ? feasible : infeasible).Add(row);
            }
        }

        LossTable table = new(losses, history.ObjectiveCount);
        double[] broken = [.. history.Infeasibilities];
        return new FeasibleFronts(table, Sort(table, [.. feasible]), [.. infeasible.OrderBy(row => broken[row]).ThenBy(row => row)]);
    }

    private static int[][] Sort(LossTable table, int[] rows)
    {
        int[] ranks = NonDominatedSort.RanksOf(table.Select(rows));
        List<List<int>> fronts = [];
        for (int i = 0; i < rows.Length; i++)
        {
            while (fronts.Count <= ranks[i])
            {
                fronts.Add([]);
            }

            fronts[ranks[i]].Add(rows[i]);
        }

        return [.. fronts.Select(front => front.ToArray())];
    }

    private static bool IsFinite(ReadOnlySpan<double> losses)
    {
        foreach (double loss in losses)
        {
            if (!double.IsFinite(loss))
            {
                return false;
            }
        }

        return true;
    }
}
