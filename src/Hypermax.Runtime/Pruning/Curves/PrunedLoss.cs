namespace Hypermax.Pruning.Curves;

/// <summary>Estimates what loss a stopped trial would have ended with, so that samplers can compare it with those that ended.</summary>
/// <remarks>
/// A report in the middle of a curve is no loss: it is too large where curves fall, and says little by itself. The trial takes the rank it had
/// among complete trials at its last step, and the loss that has this rank among their final ones; whoever was behind all stays behind by
/// as much. Without complete trials that came as far, the report stands for itself. A function of earlier rows alone, so that it repeats.
/// </remarks>
/// <param name="curves">The curves of earlier trials.</param>
internal sealed class PrunedLoss(CurveTable curves)
{
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

        (double[] then, double[] final) = Complete(curve.Steps[^1]);
        if (then.Length == 0)
        {
            return last;
        }

        Array.Sort(then);
        Array.Sort(final);
        int rank = then.Count(loss => loss < last);
        return rank < final.Length ? final[rank] : final[^1] + (last - then[^1]);
    }

    private (double[] Then, double[] Final) Complete(long step)
    {
        List<double> then = [];
        List<double> final = [];
        CurveColumn column = curves.ColumnOf(step, orBeyond: true, curves.Count);
        for (int i = 0; i < column.Rows.Length; i++)
        {
            LearningCurve curve = curves[column.Rows[i]];
            if (curve.IsComplete && double.IsFinite(column.Losses[i]))
            {
                then.Add(column.Losses[i]);
                final.Add(curve.FinalLoss);
            }
        }

        return ([.. then], [.. final]);
    }
}
