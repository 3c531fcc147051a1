using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Hypermax.Benchmarking.Measuring;

/// <summary>Times of two actions that ran in turns.</summary>
/// <param name="calls">How many calls a batch had.</param>
/// <param name="candidate">The time of each batch of the candidate, in nanoseconds.</param>
/// <param name="reference">The time of the batch of the default beside it.</param>
internal sealed class PairedTimes(int calls, double[] candidate, double[] reference)
{
    private const int MostCalls = 1 << 24;

    /// <summary>Runs both in turns.</summary>
    public static PairedTimes Measure(Action candidate, Action reference, BenchmarkOptions options)
    {
        int calls = 1;
        while (calls < MostCalls && Time(reference, calls, options.Clock) < options.Batch.TotalNanoseconds)
        {
            calls *= 2;
        }

        double[] candidates = new double[options.Pairs];
        double[] references = new double[options.Pairs];
        for (int i = 0; i < options.Pairs; i++)
        {
            // Whoever comes second finds warm caches, so the order takes turns too.
            if (i % 2 == 0)
            {
                candidates[i] = Time(candidate, calls, options.Clock);
                references[i] = Time(reference, calls, options.Clock);
            }
            else
            {
                references[i] = Time(reference, calls, options.Clock);
                candidates[i] = Time(candidate, calls, options.Clock);
            }
        }

        return new PairedTimes(calls, candidates, references);
    }

    /// <summary>Compares them: Student's interval of the mean logarithm of the ratios.</summary>
    /// <param name="confidence">How sure the interval is.</param>
    public BenchmarkComparison Compare(double confidence)
    {
        double[] logs = [.. candidate.Zip(reference, (left, right) => Math.Log(left / right))];
        double mean = logs.Mean();
        double width = StudentT.InvCDF(0, 1, logs.Length - 1, (1 + confidence) / 2) * logs.StandardDeviation() / Math.Sqrt(logs.Length);
        return new BenchmarkComparison(Math.Exp(mean), Math.Exp(mean - width), Math.Exp(mean + width), logs.Length)
        {
            Nanoseconds = candidate.Median() / calls,
            DefaultNanoseconds = reference.Median() / calls,
        };
    }

    private static double Time(Action action, int calls, TimeProvider clock)
    {
        long start = clock.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            action();
        }

        // A clock that did not move has no ratio.
        return Math.Max(1, clock.GetElapsedTime(start).TotalNanoseconds);
    }
}
