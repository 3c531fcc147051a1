namespace Hypermax.Execution;

/// <summary>Runs trials: in this process, in a worker process, as a command, or on another machine.</summary>
/// <remarks>
/// <para>Whatever the objective does, <see cref="RunAsync"/> returns an outcome: exceptions, crashes, limits and missing
/// results are failed outcomes with a kind, never exceptions of the executor. It knows nothing of samplers and stores.</para>
/// <para>Safe to call from several threads at once, up to the number of slots the executor was made for.</para>
/// </remarks>
public interface IExecutor : IAsyncDisposable
{
    /// <summary>Runs one trial to its end.</summary>
    /// <param name="job">What to run.</param>
    /// <param name="cancellation">Cancelled when the search stops; the outcome is then a failure of kind <see cref="FailureKind.Cancelled"/> unless the trial
    /// finished first.</param>
    Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation);
}
