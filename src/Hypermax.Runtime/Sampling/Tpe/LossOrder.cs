using Hypermax.Trials;

namespace Hypermax.Sampling.Tpe;

/// <summary>Rows by the loss of their one objective.</summary>
internal sealed class LossOrder(TrialHistory history) : TrialOrder
{
    private readonly HistoryRanking _ranking = new(history);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Order => _ranking.Order;

    /// <inheritdoc/>
    public override int Usable => _ranking.Usable;

    /// <inheritdoc/>
    public override void Update(Func<int, int> goodCount) => _ranking.Update();

    /// <inheritdoc/>
    /// <remarks>Relative to the largest, so that losses of any size and offset work alike. All the same where the best are not all feasible.</remarks>
    public override void Weigh(ReadOnlySpan<int> good, Span<double> weights)
    {
        ReadOnlySpan<int> order = _ranking.Order;
        double best = history.Losses[order[0]];
        double threshold = good.Length < _ranking.Usable && history.IsFeasible(order[good.Length]) ? history.Losses[order[good.Length]] : double.NaN;
        double scale = (threshold / 2) - (best / 2);
        for (int i = 0; i < weights.Length; i++)
        {
            double gain = ((threshold / 2) - (history.Losses[good[i]] / 2)) / scale;
            weights[i] = scale > 0 ? Math.Max(gain, 1e-12) : 1;
        }
    }
}
