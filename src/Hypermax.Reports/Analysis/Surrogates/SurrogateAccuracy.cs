using Hypermax.Charts.Scales;
using Hypermax.Numerics;
using Hypermax.Reports;

namespace Hypermax.Analysis.Surrogates;

/// <summary>How well a surrogate tells the loss of trials that it has not seen.</summary>
/// <param name="Rank">Spearman's rank correlation of told and true losses; 1 where the order is right.</param>
/// <param name="RankOfBest">The same among the trials of the best tenth, where searches are decided.</param>
/// <param name="Error">The median of the absolute error, in units of the loss.</param>
internal sealed record SurrogateAccuracy(double Rank, double RankOfBest, double Error)
{
    /// <summary>How many parts the trials are split into; each is told from the others.</summary>
    public const int Folds = 10;

    /// <summary>Measures by cross-validation (Stone 1974).</summary>
    /// <param name="data">The study, with at least 20 complete trials.</param>
    /// <param name="fit">Makes the surrogate of a part of the study.</param>
    public static SurrogateAccuracy Of(StudyData data, Func<StudyData, ISurrogate> fit)
    {
        int[] order = [.. Enumerable.Range(0, data.Complete.Count)];
        new SeedStream(data.Header.Seed, 0, "surrogate/folds").Shuffle<int>(order);
        double[] told = new double[order.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            int[] held = [.. order.Where((_, i) => i % Folds == fold)];
            ISurrogate surrogate = fit(new StudyData(data.Header, [.. order.Except(held).Order().Select(row => data.Complete[row])]));
            Parallel.ForEach(held, row => told[row] = surrogate.LossOf(data.Complete[row].Point));
        }

        double[] losses = [.. data.Losses];
        int[] best = [.. data.RowsByLoss.Take(Math.Max(3, losses.Length / 10))];
        return new SurrogateAccuracy(
            RankCorrelation(told, losses),
            RankCorrelation([.. best.Select(row => told[row])], [.. best.Select(row => losses[row])]),
            Quantiles.OfUnsorted(told.Select((loss, row) => Math.Abs(loss - losses[row])), 0.5));
    }

    private static double RankCorrelation(double[] left, double[] right)
    {
        double r = MathNet.Numerics.Statistics.Correlation.Pearson(Ranks.Of(left), Ranks.Of(right));
        return double.IsFinite(r) ? r : 0;
    }
}
