using Hypermax.Fronts;
using Hypermax.Reports;

namespace Hypermax.Analysis.Fronts;

/// <summary>How the front of a study grew, trial by trial.</summary>
/// <remarks>
/// Losses are scaled to the range of the feasible trials, so that objectives of different units weigh alike. The hypervolume is the share of that box which
/// some trial beats, measured from a reference point a tenth of the range beyond the worst: 1 would be one trial that is best in everything.
/// </remarks>
internal sealed class FrontProgress
{
    private const double Beyond = 0.1;

    private FrontProgress(IReadOnlyList<TrialRecord> trials, double[] shares) => (Trials, Shares) = (trials, shares);

    /// <summary>Gets the trials that may be on the front, in the order of their numbers.</summary>
    public IReadOnlyList<TrialRecord> Trials { get; }

    /// <summary>Gets the hypervolume after each of them, from 0 to 1.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>Measures a study with several objectives.</summary>
    public static FrontProgress Of(StudyData data)
    {
        TrialRecord[] trials = [.. data.Complete.Where(trial => trial.IsFeasible && trial.Values.Count == data.Header.Directions.Count)];
        LossTable losses = Scaled(LossTable.Of(trials, data.Header.Directions));
        double[] reference = new double[losses.Objectives];
        Array.Fill(reference, 1 + Beyond);
        double whole = Math.Pow(1 + Beyond, losses.Objectives);
        double[] shares = new double[trials.Length];
        List<int> front = [];
        double share = 0;
        for (int row = 0; row < trials.Length; row++)
        {
            if (!front.Exists(other => Covers(losses[other], losses[row])))
            {
                front.RemoveAll(other => Covers(losses[row], losses[other]));
                front.Add(row);
                share = Hypervolume.Of(losses.Select(front.ToArray()), reference) / whole;
            }

            shares[row] = share;
        }

        return new FrontProgress(trials, shares);
    }

    private static LossTable Scaled(LossTable losses)
    {
        (double[] low, double[] high) = Knee.RangesOf(losses);
        double[] scaled = new double[losses.Count * losses.Objectives];
        for (int i = 0; i < scaled.Length; i++)
        {
            (int row, int objective) = Math.DivRem(i, losses.Objectives);
            double range = high[objective] - low[objective];
            scaled[i] = range > 0 ? (losses[row][objective] - low[objective]) / range : 0;
        }

        return new LossTable(scaled, losses.Objectives);
    }

    // At least as good in everything.
    private static bool Covers(ReadOnlySpan<double> point, ReadOnlySpan<double> other)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (point[i] > other[i])
            {
                return false;
            }
        }

        return true;
    }
}
