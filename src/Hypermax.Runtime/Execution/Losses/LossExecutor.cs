using System.Diagnostics;

namespace Hypermax.Execution.Losses;

/// <summary>Runs trials through another executor and makes their loss from what they returned and used.</summary>
/// <param name="inner">Runs the trials; disposed of with this one.</param>
/// <param name="loss">Makes the loss.</param>
public sealed class LossExecutor(IExecutor inner, LossFunction loss) : IExecutor
{
    /// <inheritdoc/>
    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        TrialOutcome outcome = await inner.RunAsync(job, cancellation).ConfigureAwait(false);
        return loss.Apply(outcome, Stopwatch.GetElapsedTime(start));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
