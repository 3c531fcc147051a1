namespace Hypermax.Sampling.Atpe.Locking;

/// <summary>Parts the parameters in primary ones, which are searched, and secondary ones, which may be locked.</summary>
internal static class SecondaryParameters
{
    /// <summary>Marks the secondary parameters.</summary>
    /// <param name="weights">How much the loss depends on each parameter, 0 or above.</param>
    /// <param name="cutoff">
    /// From −1 to 1. Walks down from the strongest parameter (up from the weakest below 0); secondary is who has less than
    /// this share of the whole dependence left when its turn comes. So 0 gives none, 1 all but the strongest, −1 all but the weakest.
    /// </param>
    public static bool[] Of(ReadOnlySpan<double> weights, double cutoff)
    {
        bool[] isSecondary = new bool[weights.Length];
        double[] sizes = weights.ToArray();
        int[] order = [.. Enumerable.Range(0, sizes.Length).OrderBy(i => cutoff >= 0 ? -sizes[i] : sizes[i])];
        double rest = sizes.Sum();
        double threshold = rest * Math.Abs(cutoff);
        foreach (int i in order)
        {
            isSecondary[i] = rest < threshold;
            rest -= sizes[i];
        }

        return isSecondary;
    }
}
