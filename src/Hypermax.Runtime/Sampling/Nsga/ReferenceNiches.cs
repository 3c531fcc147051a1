using Hypermax.Fronts;

namespace Hypermax.Sampling.Nsga;

/// <summary>Selects from the front that there is no room for as a whole: the rule of NSGA-III (Deb and Jain 2014).</summary>
/// <remarks>
/// Losses are taken in parts of their range over the fronts. Each row belongs to the nearest of evenly spread directions (Das and Dennis 1998); directions
/// with the fewest members are served first, by the row nearest to them. Ties go to the first, where the paper draws lots.
/// </remarks>
internal static class ReferenceNiches
{
    private const int MostDirections = 120;

    /// <summary>Selects rows of the last front.</summary>
    /// <param name="losses">The losses of all rows.</param>
    /// <param name="fronts">The fronts, the last of which is selected from.</param>
    /// <param name="count">How many are selected.</param>
    public static int[] Select(LossTable losses, int[][] fronts, int count)
    {
        int[] rows = [.. fronts.SelectMany(front => front)];
        LossTable table = losses.Select(rows);
        double[][] directions = [.. Directions(table.Objectives, rows.Length)];
        (double[] low, double[] high) = Knee.RangesOf(table.Select(NonDominatedSort.FirstFront(table)));
        int[] niches = new int[rows.Length];
        double[] distances = new double[rows.Length];
        int[] members = new int[directions.Length];
        int taken = rows.Length - fronts[^1].Length;
        for (int i = 0; i < rows.Length; i++)
        {
            (niches[i], distances[i]) = Nearest(Scaled(table[i], low, high), directions);
            members[niches[i]] += i < taken ? 1 : 0;
        }

        List<int> left = [.. Enumerable.Range(taken, rows.Length - taken)];
        List<int> selected = [];
        while (selected.Count < count)
        {
            int next = left.MinBy(i => (members[niches[i]], members[niches[i]] == 0 ? distances[i] : 0, i));
            members[niches[next]]++;
            selected.Add(rows[next]);
            left.Remove(next);
        }

        return [.. selected];
    }

    /// <summary>Gets evenly spread directions: all ways to share a whole among the objectives in equal parts, as many parts as there is use for.</summary>
    public static IEnumerable<double[]> Directions(int objectives, int wanted)
    {
        int parts = 1;
        while (objectives > 1 && Ways(objectives, parts + 1) <= Math.Min(MostDirections, Math.Max(wanted, objectives)))
        {
            parts++;
        }

        return Share(objectives, parts).Select(shares => shares.Select(share => (double)share / parts).ToArray());
    }

    private static double Ways(int objectives, int parts)
    {
        double ways = 1;
        for (int i = 1; i < objectives; i++)
        {
            ways *= (double)(parts + i) / i;
        }

        return ways;
    }

    private static IEnumerable<int[]> Share(int objectives, int parts) => objectives == 1
        ? [[parts]]
        : Enumerable.Range(0, parts + 1).SelectMany(first => Share(objectives - 1, parts - first).Select(rest => (int[])[first, .. rest]));

    private static double[] Scaled(ReadOnlySpan<double> losses, double[] low, double[] high)
    {
        double[] scaled = new double[losses.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            double range = high[i] - low[i];
            scaled[i] = (losses[i] - low[i]) / (range > 0 ? range : 1);
        }

        return scaled;
    }

    // The direction from which a point is the least far, at a right angle.
    private static (int Niche, double Distance) Nearest(double[] point, double[][] directions)
    {
        int nearest = 0;
        double least = double.PositiveInfinity;
        double square = point.Sum(value => value * value);
        for (int d = 0; d < directions.Length; d++)
        {
            double along = 0;
            double length = 0;
            for (int i = 0; i < point.Length; i++)
            {
                along += point[i] * directions[d][i];
                length += directions[d][i] * directions[d][i];
            }

            double distance = square - (along * along / length);
            if (distance < least)
            {
                (nearest, least) = (d, distance);
            }
        }

        return (nearest, least);
    }
}
