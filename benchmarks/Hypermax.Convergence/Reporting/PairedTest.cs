namespace Hypermax.Convergence.Reporting;

/// <summary>Wilcoxon's signed-rank test with the normal approximation and the correction for ties.</summary>
internal static class PairedTest
{
    /// <summary>Gets the two-sided p of the differences being symmetric about 0; 1 when all are 0.</summary>
    public static double Wilcoxon(IEnumerable<double> differences)
    {
        double[] sorted = [.. differences.Where(d => Math.Abs(d) > 1e-12).OrderBy(Math.Abs)];
        double positive = 0;
        double ties = 0;
        for (int start = 0; start < sorted.Length;)
        {
            int end = start;
            while (end < sorted.Length && Math.Abs(sorted[end]) - Math.Abs(sorted[start]) < 1e-12)
            {
                end++;
            }

            double rank = (start + end + 1) / 2.0;
            positive += rank * sorted[start..end].Count(d => d > 0);
            double size = end - start;
            ties += (size * size * size) - size;
            start = end;
        }

        double n = sorted.Length;
        double variance = (n * (n + 1) * ((2 * n) + 1) / 24) - (ties / 48);
        return variance <= 0 ? 1 : MathNet.Numerics.SpecialFunctions.Erfc(Math.Abs(positive - (n * (n + 1) / 4)) / Math.Sqrt(2 * variance));
    }
}
