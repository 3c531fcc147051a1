namespace Hypermax.Sampling.Atpe.GradientTrees;

/// <summary>The question of one node of a tree: whether an input goes left.</summary>
/// <param name="Input">The index of the input.</param>
/// <param name="Threshold">The largest number that goes left; not used for categories.</param>
/// <param name="Decision">The bits of LightGBM's <c>decision_type</c>: 1 categories, 2 missing goes left, 4 zero is missing, 8 NaN is missing.</param>
/// <param name="LeftCategories">The categories that go left as bits of 32, or null for a number.</param>
internal readonly record struct SplitTest(int Input, double Threshold, int Decision, uint[]? LeftCategories)
{
    /// <summary>The single-precision 1e-35: what is no larger counts as zero.</summary>
    private const double LargestZero = 1e-35f;

    /// <summary>Tells where some inputs go.</summary>
    public bool GoesLeft(ReadOnlySpan<double> inputs)
    {
        double value = inputs[Input];
        if (LeftCategories is not null)
        {
            return IsLeftCategory(value, LeftCategories);
        }

        int missing = (Decision >> 2) & 3;
        if (double.IsNaN(value) && missing != 2)
        {
            value = 0;
        }

        bool isMissing = missing switch { 1 => Math.Abs(value) <= LargestZero, 2 => double.IsNaN(value), _ => false };
        return isMissing ? (Decision & 2) != 0 : value <= Threshold;
    }

    private static bool IsLeftCategory(double value, uint[] words)
    {
        if (!(value > -1) || value >= 32.0 * words.Length)
        {
            return false;
        }

        int category = (int)value;
        return (words[category / 32] >> (category % 32) & 1) != 0;
    }
}
