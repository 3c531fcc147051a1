using Hypermax.Execution;
using Hypermax.Execution.Losses;
using Hypermax.Execution.Repeats;
using Hypermax.Studies;

namespace Hypermax;

/// <content>The loop that asks, runs and tells until a stop rule holds.</content>
public partial class Study
{
    /// <summary>Searches until a stop rule holds: runs trials through an executor, as many at once as there are workers.</summary>
    /// <remarks>
    /// A failing objective never ends the search. When <paramref name="cancellation"/> is cancelled, running trials are
    /// cancelled and stay recorded as running, so that they are run again when the study is continued; the result then says
    /// <see cref="StopReason.Cancelled"/>.
    /// </remarks>
    /// <param name="executor">Runs the trials.</param>
    /// <param name="progress">Called after every finished trial, on the thread of the loop, one call at a time; null for none.</param>
    /// <param name="cancellation">Ends the search early.</param>
    /// <exception cref="IOException">The store cannot be written to; trials told before are kept.</exception>
    public Task<StudyResult> RunAsync(IExecutor executor, Action<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        new StudyLoop(this, Around(executor), progress).RunAsync(cancellation);

    // None of these is disposed of: they would take the caller's executor with them.
    private IExecutor Around(IExecutor executor)
    {
        Direction direction = Header.Directions[0];
        IExecutor judging = Options.Loss is { } loss ? new LossExecutor(executor, new LossFunction(loss with { Direction = direction })) : executor;
        return Options.Repeats is { } repeats
            ? new RepeatingExecutor(judging, repeats with { Direction = direction }, Trials.Where(trial => trial.IsComplete && !trial.IsSetApart).Select(trial => trial.Value))
            : judging;
    }
}
