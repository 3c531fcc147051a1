namespace Hypermax.Fronts;

/// <summary>How lonely a point is among others: the crowding distance of NSGA-II (Deb, Pratap, Agarwal, Meyarivan 2002).</summary>
internal static class CrowdingDistance
{
    /// <summary>Gets the distance of each row to its neighbours, summed over the objectives and in parts of their ranges; infinite at the ends.</summary>
    /// <remarks>Of equal points the first in the table counts as the end.</remarks>
    public static double[] Of(LossTable table)
    {
        double[] distances = new double[table.Count];
        int[] order = new int[table.Count];
        for (int objective = 0; objective < table.Objectives; objective++)
        {
            for (int row = 0; row < order.Length; row++)
            {
                order[row] = row;
            }

            int of = objective;
            Array.Sort(order, (left, right) => table[left][of].CompareTo(table[right][of]) is not 0 and int unequal ? unequal : left.CompareTo(right));
            Add(table, objective, order, distances);
        }

        return distances;
    }

    private static void Add(LossTable table, int objective, int[] order, double[] distances)
    {
        if (order.Length == 0)
        {
            return;
        }

        double range = table[order[^1]][objective] - table[order[0]][objective];
        distances[order[0]] = double.PositiveInfinity;
        distances[order[^1]] = double.PositiveInfinity;
        for (int i = 1; i < order.Length - 1 && range > 0; i++)
        {
            distances[order[i]] += (table[order[i + 1]][objective] - table[order[i - 1]][objective]) / range;
        }
    }
}
