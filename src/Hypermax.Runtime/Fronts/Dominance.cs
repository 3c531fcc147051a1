namespace Hypermax.Fronts;

/// <summary>Compares points by all their losses at once.</summary>
internal static class Dominance
{
    /// <summary>Tells whether one point is nowhere worse than another and somewhere better.</summary>
    public static bool Dominates(ReadOnlySpan<double> point, ReadOnlySpan<double> other)
    {
        bool isBetter = false;
        for (int i = 0; i < point.Length; i++)
        {
            if (point[i] > other[i])
            {
                return false;
            }

            isBetter |= point[i] < other[i];
        }

        return isBetter;
    }

    /// <summary>Compares two points by their first loss, that of equals by the second, and so on.</summary>
    public static int CompareInOrder(ReadOnlySpan<double> point, ReadOnlySpan<double> other)
    {
        for (int i = 0; i < point.Length; i++)
        {
            int order = point[i].CompareTo(other[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
