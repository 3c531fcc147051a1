using Hypermax.Fronts;
using Hypermax.Sampling.Several;
using Hypermax.Trials;

namespace Hypermax.Sampling.Tpe;

/// <summary>Rows by several objectives: front by front, of a front that is cut those that cover the most hypervolume together.</summary>
/// <remarks>Ozaki, Tanigaki, Watanabe, Nomura, Onishi 2022, "Multiobjective tree-structured Parzen estimator"; the selection is the greedy one.</remarks>
internal sealed class FrontOrder(TrialHistory history) : TrialOrder
{
    // Measuring hypervolumes of more objectives takes too long; their fronts are cut by crowding distance and all good rows count the same.
    private const int MostMeasured = 4;
    private const double LeastWeight = 1e-12;

    private int[] _order = [];
    private int _usable;
    private LossTable _losses = new([], 1);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Order => _order;

    /// <inheritdoc/>
    public override int Usable => _usable;

    /// <inheritdoc/>
    public override void Update(Func<int, int> goodCount)
    {
        if (_order.Length == history.Count)
        {
            return;
        }

        FeasibleFronts sorted = FeasibleFronts.Of(history);
        (_losses, _usable) = (sorted.Losses, sorted.Usable);
        int room = goodCount(_usable);
        List<int> order = [];
        foreach (int[] front in sorted.Fronts)
        {
            bool isCut = room > order.Count && room < order.Count + front.Length;
            order.AddRange(isCut ? Covering(front, room - order.Count) : front);
        }

        order.AddRange(sorted.Infeasible);
        HashSet<int> known = [.. order];
        for (int row = 0; row < history.Count; row++)
        {
            if (!known.Contains(row))
            {
                order.Add(row);
            }
        }

        _order = [.. order];
    }

    /// <inheritdoc/>
    public override void Weigh(ReadOnlySpan<int> good, Span<double> weights)
    {
        weights.Fill(1);
        if (_losses.Objectives > MostMeasured || good.Length < 2)
        {
            return;
        }

        LossTable table = _losses.Select(good);
        double[] contributions = Hypervolume.Contributions(table, Reference(table));
        double largest = contributions.Max();
        for (int i = 0; i < weights.Length && largest > 0 && double.IsFinite(largest); i++)
        {
            weights[i] = history.IsFeasible(good[i]) ? Math.Max(contributions[i] / largest, LeastWeight) : LeastWeight;
        }
    }

    // The rows that together dominate most come first; the gain of each only falls as others are chosen, so that most need not be measured again.
    private int[] Covering(int[] front, int count)
    {
        LossTable table = _losses.Select(front);
        if (table.Objectives > MostMeasured)
        {
            double[] distances = CrowdingDistance.Of(table);
            return [.. Enumerable.Range(0, front.Length).OrderByDescending(i => distances[i]).ThenBy(i => i).Select(i => front[i])];
        }

        double[] reference = Reference(table);
        double[] gains = [.. Enumerable.Range(0, front.Length).Select(i => Hypervolume.Exclusive(table[i], table.Select([]), reference))];
        List<int> chosen = [];
        List<int> left = [.. Enumerable.Range(0, front.Length)];
        while (chosen.Count < count)
        {
            LossTable covered = table.Select(chosen.ToArray());
            int best = -1;
            foreach (int i in left.OrderByDescending(i => gains[i]).ThenBy(i => i).ToArray())
            {
                if (best >= 0 && gains[i] <= gains[best])
                {
                    break;
                }

                gains[i] = Hypervolume.Exclusive(table[i], covered, reference);
                best = best < 0 || gains[i] > gains[best] ? i : best;
            }

            chosen.Add(best);
            left.Remove(best);
        }

        return [.. chosen.Concat(left).Select(i => front[i])];
    }

    // A tenth of the range beyond the worst, so that the ends of a front count as well.
    private static double[] Reference(LossTable table)
    {
        (double[] low, double[] high) = Knee.RangesOf(table);
        return [.. high.Zip(low, (worst, best) => worst + (0.1 * (worst > best ? worst - best : 1)))];
    }
}
