namespace Hypermax.Fronts;

/// <summary>What lies below a reference point and is not dominated by a front, cut into boxes that do not overlap; one to three losses.</summary>
/// <remarks>
/// The improvement of the hypervolume by a point y is then Σ over boxes of Π over losses of (u − max(l, y))₊. Two losses: the strips between the points
/// of the front. Three: a sweep over the last loss that closes a box whenever a point cuts its strip (Yang, Emmerich, Deutz, Bäck 2019, "Efficient computation
/// of expected hypervolume improvement using box decomposition algorithms"), at most two boxes a point and one more.
/// </remarks>
internal sealed class BoxDecomposition
{
    /// <summary>The most losses that can be cut.</summary>
    public const int MostObjectives = 3;

    private readonly List<double[]> _low = [];
    private readonly List<double[]> _high = [];

    /// <summary>Cuts.</summary>
    /// <param name="table">The points; those that others dominate or that do not lie below the reference point change nothing.</param>
    /// <param name="reference">The reference point.</param>
    public BoxDecomposition(LossTable table, double[] reference)
    {
        List<int> below = [];
        foreach (int row in NonDominatedSort.FirstFront(table))
        {
            bool isBelow = true;
            for (int i = 0; i < reference.Length; i++)
            {
                isBelow &= table[row][i] < reference[i];
            }

            if (isBelow)
            {
                below.Add(row);
            }
        }

        LossTable front = table.Select(below.ToArray());
        switch (reference.Length)
        {
            case 1:
                Add([double.NegativeInfinity], [front.Count == 0 ? reference[0] : front[front.InOrder()[0]][0]]);
                break;
            case 2:
                CutTwo(front, reference);
                break;
            default:
                CutThree(front, reference);
                break;
        }
    }

    /// <summary>Gets the number of boxes.</summary>
    public int Count => _low.Count;

    /// <summary>Gets the lower corner of a box; minus infinity where it is open.</summary>
    public double[] Low(int box) => _low[box];

    /// <summary>Gets the upper corner of a box.</summary>
    public double[] High(int box) => _high[box];

    /// <summary>Gets by how much a point would improve the hypervolume.</summary>
    public double ImprovementBy(ReadOnlySpan<double> point)
    {
        double sum = 0;
        for (int box = 0; box < Count; box++)
        {
            double part = 1;
            for (int i = 0; i < point.Length; i++)
            {
                part *= Math.Max(0, _high[box][i] - Math.Max(_low[box][i], point[i]));
            }

            sum += part;
        }

        return sum;
    }

    private void CutTwo(LossTable front, double[] reference)
    {
        (double left, double top) = (double.NegativeInfinity, reference[1]);
        foreach (int row in front.InOrder())
        {
            Add([left, double.NegativeInfinity], [front[row][0], top]);
            (left, top) = (front[row][0], front[row][1]);
        }

        Add([left, double.NegativeInfinity], [reference[0], top]);
    }

    private void CutThree(LossTable front, double[] reference)
    {
        int[] order = [.. Enumerable.Range(0, front.Count).OrderBy(row => front[row][2])];
        List<Strip> strips = [new(double.NegativeInfinity, reference[0], reference[1], double.NegativeInfinity)];
        foreach (int row in order)
        {
            Insert(strips, front[row][0], front[row][1], front[row][2]);
        }

        foreach (Strip strip in strips)
        {
            Close(strip, strip.Left, reference[2]);
        }
    }

    // Right of x nothing above y is free any longer.
    private void Insert(List<Strip> strips, double x, double y, double z)
    {
        int first = strips.FindIndex(strip => strip.Right > x && strip.Top > y);
        if (first < 0)
        {
            return;
        }

        int end = first;
        for (; end < strips.Count && strips[end].Top > y; end++)
        {
            Close(strips[end], Math.Max(x, strips[end].Left), z);
        }

        Strip merged = new(Math.Max(x, strips[first].Left), strips[end - 1].Right, y, z);
        bool isCut = strips[first].Left < x;
        if (isCut)
        {
            strips[first] = strips[first] with { Right = x };
        }

        int removed = first + (isCut ? 1 : 0);
        strips.RemoveRange(removed, end - removed);
        strips.Insert(removed, merged);
    }

    private void Close(Strip strip, double left, double z)
    {
        if (z > strip.Start)
        {
            Add([left, double.NegativeInfinity, strip.Start], [strip.Right, strip.Top, z]);
        }
    }

    private void Add(double[] low, double[] high)
    {
        _low.Add(low);
        _high.Add(high);
    }

    // What is free from one loss of the first objective to another, below one of the second, since one of the third.
    private readonly record struct Strip(double Left, double Right, double Top, double Start);
}
