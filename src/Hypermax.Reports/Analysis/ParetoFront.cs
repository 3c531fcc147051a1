namespace Hypermax.Analysis;

/// <summary>Finds the trials that no other trial beats in every objective.</summary>
public static class ParetoFront
{
    /// <summary>Gets the rows of the front in rising order; rows with the same values are all on it.</summary>
    /// <param name="losses">For each row its losses, all to be minimised; NaN is never on the front.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<IReadOnlyList<double>> losses)
    {
        int[] order = [.. Enumerable.Range(0, losses.Count).Where(row => losses[row].All(double.IsFinite))];
        Array.Sort(order, (a, b) => Compare(losses[a], losses[b]));
        List<int> front = [];
        foreach (int row in order)
        {
            // Sorted by the first objective, only rows before can beat this one.
            if (!front.Exists(other => Beats(losses[other], losses[row])))
            {
                front.Add(row);
            }
        }

        front.Sort();
        return front;
    }

    private static bool Beats(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        bool isBetter = false;
        for (int i = 0; i < a.Count; i++)
        {
            if (a[i] > b[i])
            {
                return false;
            }

            isBetter |= a[i] < b[i];
        }

        return isBetter;
    }

    private static int Compare(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        for (int i = 0; i < a.Count; i++)
        {
            int order = a[i].CompareTo(b[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
