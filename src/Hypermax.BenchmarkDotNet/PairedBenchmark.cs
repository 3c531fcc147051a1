using Hypermax.Benchmarking.Measuring;

namespace Hypermax.Benchmarking;

/// <summary>Compares a candidate with a default on this machine, at this moment.</summary>
/// <remarks>
/// <para>A time measured alone says as much of the machine as of the code: another load, another clock rate, and trials cannot be compared.
/// Here both run in turns, in an order that changes from pair to pair, and what counts is their ratio.</para>
/// <para>Calls come from the calling thread. Use one worker and no other load; a search in a build should set <c>HypertuneWorkers=1</c>.</para>
/// </remarks>
public static class PairedBenchmark
{
    /// <summary>Compares two actions.</summary>
    /// <param name="candidate">What is tuned.</param>
    /// <param name="reference">What it is compared with: the same with the declared defaults.</param>
    /// <param name="options">How thoroughly, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static BenchmarkComparison Compare(Action candidate, Action reference, BenchmarkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(reference);
        options ??= new BenchmarkOptions();
        options.Validate();
        Repeat(candidate, options.Warmup);
        Repeat(reference, options.Warmup);
        PairedTimes times = PairedTimes.Measure(candidate, reference, options);
        return times.Compare(options.Confidence) with
        {
            AllocatedBytes = Allocations.PerCall(candidate),
            DefaultAllocatedBytes = Allocations.PerCall(reference),
        };
    }

    /// <summary>Compares two settings of a class of benchmarks as BenchmarkDotNet has them.</summary>
    /// <typeparam name="T">The class: its method with <c>[Benchmark]</c> is called, after those with <c>[GlobalSetup]</c>.</typeparam>
    /// <param name="candidate">Sets up the instance that is tuned.</param>
    /// <param name="reference">Sets up the instance it is compared with; nothing for the class as it is.</param>
    /// <param name="options">How thoroughly, or null for the defaults.</param>
    /// <param name="method">Which method, where several carry <c>[Benchmark]</c>.</param>
    /// <exception cref="ArgumentException">The class has no such method, several, or something this runner does not know; the message says what.</exception>
    public static BenchmarkComparison Compare<T>(Action<T> candidate, Action<T>? reference = null, BenchmarkOptions? options = null, string? method = null)
        where T : new()
    {
        ArgumentNullException.ThrowIfNull(candidate);
        using BenchmarkClass tuned = BenchmarkClass.Create(typeof(T), With(candidate), method);
        using BenchmarkClass usual = BenchmarkClass.Create(typeof(T), With(reference ?? (static _ => { })), method);
        return Compare(tuned.Call, usual.Call, options);
    }

    /// <summary>Gets how many bytes one call of an action allocates on the calling thread, after calls that are not counted.</summary>
    /// <remarks>It depends on the code and the runtime, which may save an allocation when it optimizes, and not on what else the machine does.</remarks>
    /// <param name="action">The action.</param>
    public static double AllocatedBytes(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Repeat(action, 3);
        return Allocations.PerCall(action);
    }

    private static object With<T>(Action<T> setUp)
        where T : new()
    {
        T instance = new();
        setUp(instance);
        return instance;
    }

    private static void Repeat(Action action, int times)
    {
        for (int i = 0; i < times; i++)
        {
            action();
        }
    }
}
