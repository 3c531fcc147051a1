namespace Hypermax.Benchmarking;

/// <summary>How thoroughly two actions are compared.</summary>
public sealed record BenchmarkOptions
{
    /// <summary>Gets how many pairs of batches are timed.</summary>
    /// <value>At least 3; the default is 20. The width of the interval goes with its square root.</value>
    public int Pairs { get; init; } = 20;

    /// <summary>Gets how long one batch of calls takes at least.</summary>
    /// <value>Above zero; the default is 2 ms. Calls are batched until the default action takes this long.</value>
    public TimeSpan Batch { get; init; } = TimeSpan.FromMilliseconds(2);

    /// <summary>Gets how many calls of each action come first and are not measured, so that the compiler has done with them.</summary>
    /// <value>At least 1; the default is 40.</value>
    public int Warmup { get; init; } = 40;

    /// <summary>Gets how sure the interval is.</summary>
    /// <value>Between 0 and 1; the default is 0.95.</value>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Gets the clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Pairs, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(Warmup, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Batch, TimeSpan.Zero);
        if (Confidence is not (> 0 and < 1))
        {
            const string rule = "The confidence of an interval must be above 0 and below 1. Leave it out for 0.95.";
            throw new ArgumentOutOfRangeException(nameof(Confidence), Confidence, rule);
        }
    }
}
