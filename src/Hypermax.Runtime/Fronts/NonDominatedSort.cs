namespace Hypermax.Fronts;

/// <summary>Sorts points into fronts: none of a front dominates another of it, and each is dominated by one of the front before.</summary>
/// <remarks>
/// Efficient non-dominated sort (Zhang, Tian, Cheng, Jin 2015, ENS-BS): points in order of their losses, each put by binary search into the first front
/// that does not dominate it. With two objectives the last point of a front stands for all of it (Jensen 2003), so that the cost is O(n log n);
/// with more it is at worst O(m n²). Equal points share a front. The ranks do not depend on the order of the rows.
/// </remarks>
internal static class NonDominatedSort
{
    /// <summary>Gets the front of each row, from 0.</summary>
    public static int[] RanksOf(LossTable table)
    {
        int[] ranks = new int[table.Count];
        List<List<int>> fronts = [];
        foreach (int row in table.InOrder())
        {
            int rank = FirstFree(table, fronts, row);
            if (rank == fronts.Count)
            {
                fronts.Add([]);
            }

            fronts[rank].Add(row);
            ranks[row] = rank;
        }

        return ranks;
    }

    /// <summary>Gets the rows of the first front in rising order.</summary>
    public static int[] FirstFront(LossTable table)
    {
        List<int> front = [];
        foreach (int row in table.InOrder())
        {
            if (!IsDominated(table, front, row))
            {
                front.Add(row);
            }
        }

        front.Sort();
        return [.. front];
    }

    private static int FirstFree(LossTable table, List<List<int>> fronts, int row)
    {
        int low = 0;
        int high = fronts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = IsDominated(table, fronts[middle], row) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Points come in order, so only those before can dominate; the latest is the likeliest.
    private static bool IsDominated(LossTable table, List<int> front, int row)
    {
        ReadOnlySpan<double> point = table[row];
        int oldest = table.Objectives <= 2 ? Math.Max(0, front.Count - 1) : 0;
        for (int i = front.Count - 1; i >= oldest; i--)
        {
            if (Dominance.Dominates(table[front[i]], point))
            {
                return true;
            }
        }

        return false;
    }
}
