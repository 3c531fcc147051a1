using MathNet.Numerics.Distributions;

namespace Hypermax.Testing.Guarding;

/// <summary>The one-sided t test for two means whose spreads may differ (Welch 1947, with Satterthwaite's degrees of freedom).</summary>
/// <param name="Difference">How much larger the second mean is.</param>
/// <param name="StandardError">The standard error of the difference.</param>
/// <param name="Freedom">The degrees of freedom.</param>
internal readonly record struct WelchTest(double Difference, double StandardError, double Freedom)
{
    /// <summary>Compares two samples.</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample; one of the two must spread.</param>
    public static WelchTest Of(SampleFigures first, SampleFigures second)
    {
        double a = first.Spread * first.Spread / first.Count;
        double b = second.Spread * second.Spread / second.Count;
        double freedom = (a + b) * (a + b) / (Part(a, first.Count) + Part(b, second.Count));
        return new WelchTest(second.Mean - first.Mean, Math.Sqrt(a + b), freedom);
    }

    /// <summary>Gets the probability of a difference this large or larger when the second mean is at most so much larger than the first.</summary>
    /// <param name="margin">How much larger the second mean may be.</param>
    public double PValue(double margin) => StudentT.CDF(0, 1, Freedom, -(Difference - margin) / StandardError);

    private static double Part(double variance, int count) => count > 1 ? variance * variance / (count - 1) : 0;
}
