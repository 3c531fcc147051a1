using Hypermax.Numerics;

namespace Hypermax.Sampling.Atpe.Statistics;

/// <summary>The eight statistics of a sample that the features are: of losses, where the best is the smallest, or of correlations,
/// where it is the largest.</summary>
internal static class SampleFeatures
{
    /// <summary>Writes the statistics in their alphabetical order; all 0 unless two values differ, and 0 for each that is not defined.</summary>
    /// <param name="sorted">The values, smallest first.</param>
    /// <param name="isLargestBest">Whether percentiles are counted from the largest value down.</param>
    /// <param name="features">Where the eight numbers are written.</param>
    public static void Write(ReadOnlySpan<double> sorted, bool isLargestBest, Span<double> features)
    {
        features.Clear();
        if (sorted.Length < 2 || sorted[0] == sorted[^1])
        {
            return;
        }

        double best = Quantile(sorted, 0, isLargestBest);
        double fifth = Quantile(sorted, 5, isLargestBest);
        double quarter = Quantile(sorted, 25, isLargestBest);
        double median = Quantile(sorted, 50, isLargestBest);
        SampleShape shape = SampleShape.Of(sorted);
        features[0] = Ratio(best, quarter);
        features[1] = Ratio(best, median);
        features[2] = Ratio(best, Quantile(sorted, 75, isLargestBest));
        features[3] = shape.Kurtosis;
        features[4] = Ratio(fifth, quarter);
        features[5] = shape.Skewness;
        features[6] = Ratio(shape.Deviation, best);
        features[7] = Ratio(shape.Deviation, median);
        foreach (ref double feature in features)
        {
            feature = double.IsFinite(feature) ? feature : 0;
        }
    }

    private static double Quantile(ReadOnlySpan<double> sorted, double percent, bool isLargestBest) =>
        SampleShape.Percentile(sorted, isLargestBest ? 100 - percent : percent);

    private static double Ratio(double numerator, double denominator) => denominator == 0 ? 0 : numerator / denominator;
}
