using MathNet.Numerics.Distributions;

namespace Hypermax.Testing.Guarding;

/// <summary>What a sample is summed up by.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Spread">Its standard deviation; 0 for a single value.</param>
/// <param name="Count">How many values it has.</param>
internal readonly record struct SampleFigures(double Mean, double Spread, int Count)
{
    /// <summary>Sums up values.</summary>
    public static SampleFigures Of(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length;
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return new SampleFigures(mean, values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1)) : 0, values.Length);
    }

    /// <summary>Gets half of the width of the interval that holds the mean with 95 % confidence; NaN for a single value.</summary>
    public double HalfWidth => Count > 1 ? StudentT.InvCDF(0, 1, Count - 1, 0.975) * Spread / Math.Sqrt(Count) : double.NaN;
}
