using Hypermax.Execution;

namespace Hypermax.Workers;

/// <summary>An executor that tells trials which failed from trials that were ended together with their worker.</summary>
/// <remarks>A scheduler sends its signals to every process of a job: the program of a trial may be gone before the worker knows why.</remarks>
/// <param name="inner">Runs them; not disposed of here.</param>
/// <param name="leave">What asks the worker to leave.</param>
internal sealed class InterruptedTrials(IExecutor inner, LeaveSignal leave) : IExecutor
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(300);

    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        TrialOutcome outcome = await inner.RunAsync(job, cancellation).ConfigureAwait(false);
        if (outcome.State != TrialState.Failed || outcome.Failure is FailureKind.Cancelled)
        {
            return outcome;
        }

        if (!leave.Leaving.IsCancellationRequested && outcome.Failure == FailureKind.ProcessDied)
        {
            await Task.Delay(LongestDelay, leave.Leaving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return leave.Leaving.IsCancellationRequested
            ? TrialOutcome.Fail(FailureKind.Cancelled, $"The trial was ended together with its worker ({outcome.Failure}: {outcome.Message}).")
            : outcome;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
