namespace Hypermax.Fronts;

/// <summary>How much of the losses below a reference point some point dominates: the larger, the better and wider the front.</summary>
/// <remarks>
/// Two objectives: a sweep, O(n log n). Three: a sweep over the last loss that keeps the staircase of the first two (dimension sweep; Fonseca, Paquete,
/// López-Ibáñez 2006), O(n²) at worst. More: WFG (While, Bradstreet, Barone 2012), exponential in the number of objectives.
/// Points that do not lie below the reference point in every loss add nothing.
/// </remarks>
internal static class Hypervolume
{
    /// <summary>Measures the hypervolume of points.</summary>
    /// <param name="table">The points.</param>
    /// <param name="reference">The reference point, as long as a point.</param>
    public static double Of(LossTable table, ReadOnlySpan<double> reference)
    {
        LossTable front = table.Select(NonDominatedSort.FirstFront(Below(table, reference)));
        return OfFront(front, reference);
    }

    /// <summary>Measures for each point how much hypervolume would be lost without it.</summary>
    /// <param name="table">The points; one that others dominate, or that is there twice, adds nothing.</param>
    /// <param name="reference">The reference point.</param>
    public static double[] Contributions(LossTable table, ReadOnlySpan<double> reference)
    {
        double[] contributions = new double[table.Count];
        int[] others = new int[Math.Max(0, table.Count - 1)];
        for (int row = 0; row < table.Count; row++)
        {
            for (int i = 0; i < others.Length; i++)
            {
                others[i] = i < row ? i : i + 1;
            }

            contributions[row] = Math.Max(0, Exclusive(table[row], table.Select(others), reference));
        }

        return contributions;
    }

    /// <summary>Measures what a point dominates that others do not.</summary>
    public static double Exclusive(ReadOnlySpan<double> point, LossTable others, ReadOnlySpan<double> reference)
    {
        double box = 1;
        for (int i = 0; i < point.Length; i++)
        {
            box *= Math.Max(0, reference[i] - point[i]);
        }

        return box > 0 ? box - Of(LimitedBy(point, others), reference) : 0;
    }

    private static LossTable Below(LossTable table, ReadOnlySpan<double> reference)
    {
        // Moved to the reference point a point adds nothing, and rows keep their numbers.
        double[] losses = new double[table.Count * table.Objectives];
        for (int row = 0; row < table.Count; row++)
        {
            bool isBelow = IsBelow(table[row], reference);
            (isBelow ? table[row] : reference).CopyTo(losses.AsSpan(row * table.Objectives));
        }

        return new LossTable(losses, table.Objectives);
    }

    private static bool IsBelow(ReadOnlySpan<double> point, ReadOnlySpan<double> reference)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (!(point[i] < reference[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static double OfFront(LossTable front, ReadOnlySpan<double> reference) => front.Count == 0 ? 0 : front.Objectives switch
    {
        1 => Math.Max(0, reference[0] - front[0][0]),
        2 => Sweep(front, reference),
        3 => SweepOfThree(front, reference),
        _ => Wfg(front, reference),
    };

    private static double Sweep(LossTable front, ReadOnlySpan<double> reference)
    {
        double sum = 0;
        double height = reference[1];
        foreach (int row in front.InOrder())
        {
            ReadOnlySpan<double> point = front[row];
            if (point[0] < reference[0] && point[1] < height)
            {
                sum += (reference[0] - point[0]) * (height - point[1]);
                height = point[1];
            }
        }

        return sum;
    }

    // From the smallest third loss upwards, the area of the first two times the distance to the next.
    private static double SweepOfThree(LossTable front, ReadOnlySpan<double> reference)
    {
        int[] order = new int[front.Count];
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        Array.Sort(order, (left, right) => front[left][2].CompareTo(front[right][2]) is not 0 and int unequal ? unequal : left.CompareTo(right));
        Staircase stairs = new(reference[0], reference[1]);
        double sum = 0;
        for (int i = 0; i < order.Length; i++)
        {
            ReadOnlySpan<double> point = front[order[i]];
            if (point[2] >= reference[2])
            {
                break;
            }

            stairs.Add(point[0], point[1]);
            double next = i + 1 < order.Length ? Math.Min(reference[2], front[order[i + 1]][2]) : reference[2];
            sum += stairs.Area * (next - point[2]);
        }

        return sum;
    }

    private static double Wfg(LossTable front, ReadOnlySpan<double> reference)
    {
        int[] order = front.InOrder();
        double sum = 0;
        for (int i = 0; i < order.Length; i++)
        {
            sum += Exclusive(front[order[i]], front.Select(order.AsSpan(i + 1)), reference);
        }

        return sum;
    }

    // What of the others lies within the box of a point: each is moved to where it begins to overlap.
    private static LossTable LimitedBy(ReadOnlySpan<double> point, LossTable others)
    {
        double[] losses = new double[others.Count * point.Length];
        for (int row = 0; row < others.Count; row++)
        {
            ReadOnlySpan<double> other = others[row];
            for (int i = 0; i < point.Length; i++)
            {
                losses[(row * point.Length) + i] = Math.Max(point[i], other[i]);
            }
        }

        return new LossTable(losses, point.Length);
    }
}
