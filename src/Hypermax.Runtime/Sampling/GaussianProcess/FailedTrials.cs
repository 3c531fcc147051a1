using Hypermax.Trials;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>What the model is told of trials that failed without a penalty: that a region is bad, or nothing.</summary>
/// <remarks>
/// A failure among failures says where not to go: it counts with a loss above the median, up to the worst within the limit
/// where nearly all of the nearest trials failed too. A failure among successes was chance and is left out, so that
/// a good region is not taken for a bad one. <b>Own</b>; measured in docs/algorithms/gp.md.
/// </remarks>
internal static class FailedTrials
{
    private const int Neighbours = 5;
    private const double Assumed = 2;
    private const double LeastExcess = 0.2;

    /// <summary>Gets the standardised loss of each row for the model; NaN for a failed one that it is not told of.</summary>
    /// <param name="history">The history.</param>
    /// <param name="scale">The losses of its first rows.</param>
    /// <param name="features">The coordinates that neighbours are near in.</param>
    public static double[] Values(TrialHistory history, OutputTransform scale, GpFeatures features)
    {
        double[] values = [.. scale.Values];
        int failed = values.Where((_, row) => !double.IsFinite(history.Losses[row])).Count();
        if (failed == 0)
        {
            return values;
        }

        double[][] points = [.. Enumerable.Range(0, values.Length).Select(row => Point(history, row, features))];
        double overall = (double)failed / values.Length;
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsFinite(history.Losses[row]))
            {
                double excess = 2 * (LocalShare(history, points, row, overall) - overall);
                values[row] = excess < LeastExcess ? double.NaN : scale.Median + ((scale.Limit - scale.Median) * Math.Min(1, 0.5 + excess));
            }
        }

        return values;
    }

    // The part of the nearest trials that failed, with some assumed to fail as often as all do.
    private static double LocalShare(TrialHistory history, double[][] points, int row, double overall)
    {
        int[] nearest =
        [
            .. Enumerable.Range(0, points.Length)
                .Where(other => other != row)
                .OrderBy(other => Distance(points[row], points[other]))
                .ThenBy(other => other)
                .Take(Neighbours),
        ];
        int failed = nearest.Count(other => !double.IsFinite(history.Losses[other]));
        return (failed + (Assumed * overall)) / (nearest.Length + Assumed);
    }

    private static double[] Point(TrialHistory history, int row, GpFeatures features)
    {
        double[] vector = new double[history.ParameterCount];
        history.CopyRow(row, vector);
        double[] point = new double[features.Count];
        features.Write(vector, point);
        for (int f = 0; f < point.Length; f++)
        {
            point[f] = features.IsHamming[f] ? point[f] : GpData.Place(point[f]);
        }

        return point;
    }

    // Choices stand at whole numbers, so two different ones are at distance 1.
    private static double Distance(double[] left, double[] right)
    {
        double sum = 0;
        for (int f = 0; f < left.Length; f++)
        {
            double gap = Math.Min(1, Math.Abs(left[f] - right[f]));
            sum += gap * gap;
        }

        return sum;
    }
}
