namespace Hypermax.Pruning.Curves;

/// <summary>Estimates what loss a stopped trial would have ended with, so that samplers can compare it with those that ended.</summary>
/// <remarks>
/// A report in the middle of a curve is no loss: it is too large where curves fall, and says little by itself. What complete trials made of theirs at the
/// same step gives the forecast; where their reports say nothing, it is their mean. It never looks better than the best, nor worse than both its report
/// and the middle of the others, whatever outliers there are. With fewer complete trials than a line needs, the report stands for itself.
/// A function of earlier rows alone, so that it repeats.
/// </remarks>
/// <param name="curves">The curves of earlier trials.</param>
internal sealed class PrunedLoss(CurveTable curves)
{
    private const int LeastComplete = 4;

    /// <summary>Estimates the loss.</summary>
    /// <param name="curve">The reports of the stopped trial.</param>
    /// <param name="told">The loss that was told with it; NaN for none.</param>
    public double Of(LearningCurve curve, double told)
    {
        double last = curve.Count > 0 ? curve.Losses[^1] : told;
        if (!double.IsFinite(last) || curve.Count == 0)
        {
            return last;
        }

        CurveHistory history = new(curves, curves.Count);
        FinalForecast forecast = FinalForecast.From(history, curve.Steps[^1]);
        return forecast.Count < LeastComplete
            ? last
            : Math.Clamp(forecast.Mean(last), history.Best!.FinalLoss, Math.Max(history.Best.FinalLoss, Math.Max(last, Middle(history))));
    }

    private static double Middle(CurveHistory history)
    {
        List<double> final = [];
        for (int row = 0; row < history.Count; row++)
        {
            if (history[row].IsComplete)
            {
                final.Add(history[row].FinalLoss);
            }
        }

        final.Sort();
        return final[final.Count / 2];
    }
}
