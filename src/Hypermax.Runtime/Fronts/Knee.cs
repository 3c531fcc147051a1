namespace Hypermax.Fronts;

/// <summary>The point of a front at which further gain in one objective begins to cost much in the others.</summary>
/// <remarks>
/// The point farthest below the plane through the ends of the front, each loss in parts of its range over the front (Das 1999): that with the smallest
/// sum of those parts. Of two points, or where all lie on the plane, the first of equals.
/// </remarks>
internal static class Knee
{
    /// <summary>Gets the row of the knee; −1 where there is no point.</summary>
    /// <param name="front">Points of which none dominates another.</param>
    public static int Of(LossTable front)
    {
        (double[] low, double[] high) = RangesOf(front);
        int knee = -1;
        double least = double.PositiveInfinity;
        for (int row = 0; row < front.Count; row++)
        {
            double sum = 0;
            for (int i = 0; i < front.Objectives; i++)
            {
                double range = high[i] - low[i];
                sum += range > 0 ? (front[row][i] - low[i]) / range : 0;
            }

            if (knee < 0 || sum < least)
            {
                (knee, least) = (row, sum);
            }
        }

        return knee;
    }

    /// <summary>Gets the smallest and the largest of each loss.</summary>
    public static (double[] Low, double[] High) RangesOf(LossTable table)
    {
        double[] low = new double[table.Objectives];
        double[] high = new double[table.Objectives];
        Array.Fill(low, double.PositiveInfinity);
        Array.Fill(high, double.NegativeInfinity);
        for (int row = 0; row < table.Count; row++)
        {
            for (int i = 0; i < low.Length; i++)
            {
                low[i] = Math.Min(low[i], table[row][i]);
                high[i] = Math.Max(high[i], table[row][i]);
            }
        }

        return (low, high);
    }
}
