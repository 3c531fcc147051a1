using System.Diagnostics;

namespace Hypermax.Execution.Losses;

/// <summary>Runs trials through another executor and makes their loss from what they returned and used.</summary>
/// <param name="inner">Runs the trials; disposed of with this one.</param>
/// <param name="options">What counts, and how much.</param>
/// <exception cref="ArgumentException">The options have no parts, or a weight is 0 or not finite.</exception>
public sealed class LossExecutor(IExecutor inner, LossOptions options) : IExecutor
{
    private readonly LossFunction _loss = new(options);

    /// <inheritdoc/>
    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        TrialOutcome outcome = await inner.RunAsync(job, cancellation).ConfigureAwait(false);
        return _loss.Apply(outcome, Stopwatch.GetElapsedTime(start));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
