namespace Hypermax.Numerics;

/// <summary>Deviation, skewness and kurtosis of a sample by its central moments, as SciPy computes them by default.</summary>
/// <remarks>MathNet's moments ask for three or four values; these are defined from one on, as models that were trained with SciPy need.</remarks>
/// <param name="Deviation">The population standard deviation √m₂.</param>
/// <param name="Skewness">m₃/m₂^1.5; NaN where all values are equal.</param>
/// <param name="Kurtosis">m₄/m₂² − 3, so 0 for a normal law; NaN where all values are equal.</param>
internal readonly record struct SampleShape(double Deviation, double Skewness, double Kurtosis)
{
    /// <summary>Computes the shape of a sample of at least one value.</summary>
    public static SampleShape Of(ReadOnlySpan<double> values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value;
        }

        mean /= values.Length;
        (double m2, double m3, double m4) = (0, 0, 0);
        foreach (double value in values)
        {
            double difference = value - mean;
            double square = difference * difference;
            m2 += square;
            m3 += square * difference;
            m4 += square * square;
        }

        (m2, m3, m4) = (m2 / values.Length, m3 / values.Length, m4 / values.Length);
        return new SampleShape(Math.Sqrt(m2), m3 / Math.Pow(m2, 1.5), (m4 / (m2 * m2)) - 3);
    }

    /// <summary>Gets a percentile by linear interpolation between the values at ⌊k⌋ and ⌈k⌉ with k = (n − 1)·p/100 (R's type 7).</summary>
    /// <param name="sorted">At least one value, smallest first.</param>
    /// <param name="percent">From 0 to 100.</param>
    public static double Percentile(ReadOnlySpan<double> sorted, double percent)
    {
        double place = (sorted.Length - 1) * percent / 100;
        int below = (int)Math.Floor(place);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
