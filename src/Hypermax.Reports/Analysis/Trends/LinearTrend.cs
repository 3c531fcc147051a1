namespace Hypermax.Analysis.Trends;

/// <summary>The straight line of least squares, y = intercept + slope · x.</summary>
/// <param name="Intercept">The height at 0.</param>
/// <param name="Slope">The rise for each unit of x.</param>
internal readonly record struct LinearTrend(double Intercept, double Slope)
{
    /// <summary>Fits the line; null with fewer than three points or one x only.</summary>
    /// <param name="x">The places.</param>
    /// <param name="y">The heights, equally many.</param>
    public static LinearTrend? Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < 3)
        {
            return null;
        }

        double meanX = 0, meanY = 0;
        for (int i = 0; i < x.Length; i++)
        {
            meanX += x[i] / x.Length;
            meanY += y[i] / x.Length;
        }

        double xx = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }

        double slope = xy / xx;
        return xx > 0 && double.IsFinite(slope) ? new LinearTrend(meanY - (slope * meanX), slope) : null;
    }

    /// <summary>Gets the height of the line.</summary>
    /// <param name="x">The place.</param>
    public double At(double x) => Intercept + (Slope * x);
}
