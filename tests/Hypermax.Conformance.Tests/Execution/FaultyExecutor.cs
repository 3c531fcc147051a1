using Hypermax.Execution;
using Hypermax.Execution.InProcess;

namespace Hypermax.Conformance.Tests.Execution;

/// <summary>The executor of this process with one fault.</summary>
internal sealed class FaultyExecutor(ExecutorSetup setup) : IExecutor
{
    private readonly InProcessExecutor _good = new(setup.RunAsync, new InProcessOptions { Limits = setup.Limits });
    private int _ends;

    /// <summary>Gets how an outcome is changed.</summary>
    public Func<TrialJob, TrialOutcome, TrialOutcome> Says { get; init; } = (_, outcome) => outcome;

    /// <summary>Gets how a job is changed.</summary>
    public Func<TrialJob, TrialJob> Sees { get; init; } = job => job;

    /// <summary>Gets how the token is changed.</summary>
    public Func<CancellationToken, CancellationToken> Hears { get; init; } = cancellation => cancellation;

    /// <summary>Gets what is done before a trial, other than running it.</summary>
    public Func<TrialJob, Task> Begins { get; init; } = _ => Task.CompletedTask;

    /// <summary>Gets what is done at each disposal, by its number from 1.</summary>
    public Action<int> Ends { get; init; } = _ => { };

    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        await Begins(job);
        return Says(job, await _good.RunAsync(Sees(job), Hears(cancellation)));
    }

    public ValueTask DisposeAsync()
    {
        Ends(++_ends);
        return _good.DisposeAsync();
    }
}
