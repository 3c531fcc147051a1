using MathNet.Numerics.Distributions;

namespace Hypermax.Pruning;

/// <summary>Wilcoxon's signed-rank test of paired differences.</summary>
/// <remarks>
/// The ranks of zeros count half for either side ("zsplit"); ties share their mean rank. Up to 30 differences the distribution of the sum is exact, given the
/// ranks: every sign as likely as the other. Beyond, it is normal with the variance of the ranks at hand.
/// </remarks>
internal static class SignedRankTest
{
    private const int MostExact = 30;

    /// <summary>Gets how likely ranks at least as much on the positive side would be if neither side were greater.</summary>
    public static double ProbabilityOfGreater(IReadOnlyList<double> differences)
    {
        // Twice the ranks are whole numbers, ties and halves included.
        int[] doubled = DoubledRanks(differences);
        long positive = 0;
        List<int> free = [];
        for (int i = 0; i < doubled.Length; i++)
        {
            if (differences[i] == 0)
            {
                continue;
            }

            free.Add(doubled[i]);
            positive += differences[i] > 0 ? doubled[i] : 0;
        }

        return free.Count == 0 ? 0.5 : free.Count <= MostExact ? Exact(free, positive) : Normally(free, positive);
    }

    // Zeros take the lowest ranks, and half of each lands on either side whatever the signs: they leave the sum of the others alone.
    private static int[] DoubledRanks(IReadOnlyList<double> differences)
    {
        double[] sizes = [.. differences.Select(Math.Abs)];
        int[] order = [.. Enumerable.Range(0, sizes.Length)];
        Array.Sort(sizes, order);
        int[] doubled = new int[sizes.Length];
        for (int from = 0; from < sizes.Length;)
        {
            int to = from;
            while (to < sizes.Length && sizes[to] == sizes[from])
            {
                to++;
            }

            for (int i = from; i < to; i++)
            {
                doubled[order[i]] = from + to + 1;
            }

            from = to;
        }

        return doubled;
    }

    private static double Exact(List<int> ranks, long positive)
    {
        double[] ways = new double[ranks.Sum() + 1];
        ways[0] = 1;
        int most = 0;
        foreach (int rank in ranks)
        {
            for (int sum = most; sum >= 0; sum--)
            {
                ways[sum + rank] += ways[sum];
            }

            most += rank;
        }

        double tail = 0;
        for (long sum = positive; sum <= most; sum++)
        {
            tail += ways[sum];
        }

        return tail / Math.Pow(2, ranks.Count);
    }

    private static double Normally(List<int> ranks, long positive)
    {
        double mean = ranks.Sum(rank => (double)rank) / 2;
        double deviation = Math.Sqrt(ranks.Sum(rank => (double)rank * rank)) / 2;
        return 1 - Normal.CDF(0, 1, (positive - mean) / deviation);
    }
}
