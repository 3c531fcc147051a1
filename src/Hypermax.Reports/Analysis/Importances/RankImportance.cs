using Hypermax.Numerics;
using Hypermax.Reports;

namespace Hypermax.Analysis.Importances;

/// <summary>A cheap importance: how much of the variance of the losses' ranks lies between buckets of the parameter.</summary>
/// <remarks>
/// <para>Epsilon squared of Kruskal and Wallis (Kelley 1935), (H − k + 1) / (n − k), with up to ten buckets of equally many trials: it
/// sees effects of any shape, not only rising and falling ones, has no units, and extreme losses do not matter. Corrected for chance: a
/// parameter without effect has about 0. Every parameter is looked at alone; conditional ones over the trials that have them.</para>
/// <para>The spread comes from 40 bootstrap samples of the trials (Efron 1979). Deterministic for a seed.</para>
/// </remarks>
internal static class RankImportance
{
    private const int Samples = 40;
    private const int MostBuckets = 10;

    /// <summary>Computes the importance of every parameter, in the order of the space.</summary>
    /// <param name="data">The study.</param>
    public static IReadOnlyList<ParameterImportance> Compute(StudyData data)
    {
        ParameterImportance[] importances = new ParameterImportance[data.Space.Count];
        Parallel.For(0, importances.Length, parameter => importances[parameter] = Compute(data, parameter));

        return importances;
    }

    private static ParameterImportance Compute(StudyData data, int parameter)
    {
        int[] rows = TopTrials.RowsWith(data, parameter);
        if (rows.Length < 8)
        {
            return new ParameterImportance(parameter, 0, 0);
        }

        double[] ranks = Ranks.Of([.. rows.Select(row => data.Losses[row])]);
        int[] groups = Group(data.Space.Parameters[parameter], [.. rows.Select(row => data.Complete[row].Point[parameter])]);
        int[] all = [.. Enumerable.Range(0, rows.Length)];
        double share = EpsilonSquared(ranks, groups, all);
        SeedStream stream = new(data.Header.Seed, parameter, "rank-importance");
        double sum = 0, squares = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = stream.NextInt(rows.Length);
            }

            double value = EpsilonSquared(ranks, groups, all);
            sum += value;
            squares += value * value;
        }

        double variance = (squares - (sum * sum / Samples)) / (Samples - 1);
        return new ParameterImportance(parameter, share, Math.Sqrt(Math.Max(0, variance)));
    }

    private static int[] Group(Parameter parameter, double[] values)
    {
        if (parameter is CategoricalParameter)
        {
            return [.. values.Select(value => (int)value)];
        }

        // Buckets of equally many trials; equal values stay together because equal values share their rank.
        double[] ranks = Ranks.Of(values);
        int buckets = Math.Clamp(values.Length / 8, 2, MostBuckets);
        return [.. ranks.Select(rank => Math.Min(buckets - 1, (int)((rank - 0.5) * buckets / values.Length)))];
    }

    private static double EpsilonSquared(double[] ranks, int[] groups, int[] rows)
    {
        int most = groups.Max() + 1;
        double[] sums = new double[most];
        int[] counts = new int[most];
        double total = 0, squares = 0;
        foreach (int row in rows)
        {
            sums[groups[row]] += ranks[row];
            counts[groups[row]]++;
            total += ranks[row];
            squares += ranks[row] * ranks[row];
        }

        double mean = total / rows.Length;
        double variance = squares - (rows.Length * mean * mean);
        double between = 0;
        int used = 0;
        for (int i = 0; i < most; i++)
        {
            if (counts[i] > 0)
            {
                between += counts[i] * Math.Pow((sums[i] / counts[i]) - mean, 2);
                used++;
            }
        }

        if (!(variance > 0) || used < 2 || rows.Length <= used)
        {
            return 0;
        }

        double ratio = between / variance;
        return Math.Clamp(1 - ((1 - ratio) * (rows.Length - 1) / (rows.Length - used)), 0, 1);
    }
}
