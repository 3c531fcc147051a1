using System.Globalization;

namespace Hypermax.Benchmarking;

/// <summary>What came of running a candidate and a default in turns.</summary>
/// <param name="Ratio">The time of the candidate in times of the default: 0.8 is a fifth less. The geometric mean over the pairs.</param>
/// <param name="Low">The lower end of the interval around <paramref name="Ratio"/>.</param>
/// <param name="High">The upper end.</param>
/// <param name="Pairs">How many pairs there were.</param>
public sealed record BenchmarkComparison(double Ratio, double Low, double High, int Pairs)
{
    /// <summary>Gets how long one call of the candidate takes, in nanoseconds.</summary>
    public double Nanoseconds { get; init; }

    /// <summary>Gets how long one call of the default takes, in nanoseconds.</summary>
    public double DefaultNanoseconds { get; init; }

    /// <summary>Gets how many bytes one call of the candidate allocates on the thread that calls it.</summary>
    public double AllocatedBytes { get; init; }

    /// <summary>Gets how many bytes one call of the default allocates on the thread that calls it.</summary>
    public double DefaultAllocatedBytes { get; init; }

    /// <summary>Gets whether the interval leaves 1 out: the difference is more than noise.</summary>
    public bool IsDifferent => Low > 1 || High < 1;

    /// <summary>Gets the difference in time in words, such as <c>no difference above noise: between 2.1 % faster and 1.4 % slower (20 pairs)</c>.</summary>
    public string Verdict
    {
        get
        {
            string between = FormattableString.Invariant($"between {Change(Low)} and {Change(High)} ({Pairs} pairs)");
            return IsDifferent ? $"{Change(Ratio)}: {between}" : $"no difference above noise: {between}";
        }
    }

    /// <summary>Records everything with a trial: the interval, times, bytes and the verdict.</summary>
    /// <param name="trial">The trial.</param>
    /// <returns>This comparison, so that an objective can end with the figure it is about.</returns>
    public BenchmarkComparison ReportTo(TrialContext trial)
    {
        trial.SetMetric("ratio", Ratio);
        trial.SetMetric("ratio_low", Low);
        trial.SetMetric("ratio_high", High);
        trial.SetMetric("nanoseconds", Nanoseconds);
        trial.SetMetric("allocated_bytes", AllocatedBytes);
        trial.SetAttribute("verdict", Verdict);
        return this;
    }

    private static string Change(double ratio)
    {
        string percent = (100 * Math.Abs(ratio - 1)).ToString("0.#", CultureInfo.InvariantCulture);
        return $"{percent} % {(ratio < 1 ? "faster" : "slower")}";
    }
}
