namespace Hypermax.Fronts;

/// <summary>Points by their losses, all to be minimised: one row a point.</summary>
internal sealed class LossTable
{
    private readonly double[] _losses;

    /// <summary>Creates a table.</summary>
    /// <param name="losses">The rows, one after the other; kept, not copied.</param>
    /// <param name="objectives">The number of losses of a point, above 0.</param>
    public LossTable(double[] losses, int objectives) => (_losses, Objectives, Count) = (losses, objectives, losses.Length / objectives);

    /// <summary>Gets the number of losses of a point.</summary>
    public int Objectives { get; }

    /// <summary>Gets the number of points.</summary>
    public int Count { get; }

    /// <summary>Gets a point.</summary>
    public ReadOnlySpan<double> this[int row] => _losses.AsSpan(row * Objectives, Objectives);

    /// <summary>Makes a table of the losses of trials.</summary>
    public static LossTable Of(IReadOnlyList<TrialRecord> trials, IReadOnlyList<Direction> directions)
    {
        double[] losses = new double[trials.Count * directions.Count];
        for (int i = 0; i < losses.Length; i++)
        {
            (int trial, int objective) = Math.DivRem(i, directions.Count);
            losses[i] = directions[objective].ToLoss(trials[trial].Values[objective]);
        }

        return new LossTable(losses, directions.Count);
    }

    /// <summary>Copies some of the rows.</summary>
    public LossTable Select(ReadOnlySpan<int> rows)
    {
        double[] losses = new double[rows.Length * Objectives];
        for (int i = 0; i < rows.Length; i++)
        {
            this[rows[i]].CopyTo(losses.AsSpan(i * Objectives));
        }

        return new LossTable(losses, Objectives);
    }

    /// <summary>Gets the rows sorted by the first loss, those of equals by the second and so on, of equal points by number.</summary>
    public int[] InOrder()
    {
        int[] order = new int[Count];
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        Array.Sort(order, (left, right) => Dominance.CompareInOrder(this[left], this[right]) is not 0 and int unequal ? unequal : left.CompareTo(right));
        return order;
    }
}
