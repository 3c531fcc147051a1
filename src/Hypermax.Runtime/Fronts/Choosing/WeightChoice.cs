using Hypermax.Storage;

namespace Hypermax.Fronts.Choosing;

/// <summary>The smallest weighted sum of losses, each in parts of its range over the front: 0 where it is best there, 1 where it is worst.</summary>
/// <param name="weights">The weight of each objective, 0 or above.</param>
/// <param name="text">The choice as text.</param>
internal sealed class WeightChoice(IReadOnlyList<double> weights, string text) : FrontChoice
{
    public override string Text => text;

    public override TrialRecord Of(IReadOnlyList<TrialRecord> front, StudyHeader study, IReadOnlyList<TrialRecord> trials)
    {
        LossTable losses = LossTable.Of(front, study.Directions);
        (double[] low, double[] high) = Fronts.Knee.RangesOf(losses);
        return front[Least(front.Count, Cost)];

        double Cost(int row)
        {
            double cost = 0;
            for (int i = 0; i < weights.Count; i++)
            {
                double range = high[i] - low[i];
                cost += range > 0 ? weights[i] * (losses[row][i] - low[i]) / range : 0;
            }

            return cost;
        }
    }
}
