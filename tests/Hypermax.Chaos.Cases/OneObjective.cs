using Hypermax.Execution;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Chaos.Cases;

/// <summary>One objective of worker processes, which end with it.</summary>
internal sealed class OneObjective(WorkerProcessExecutor workers, IExecutor view) : IExecutor
{
    public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => view.RunAsync(job, cancellation);

    public ValueTask DisposeAsync() => workers.DisposeAsync();
}
