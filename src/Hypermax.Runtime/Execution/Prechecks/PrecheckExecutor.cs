using System.Diagnostics;

namespace Hypermax.Execution.Prechecks;

/// <summary>Runs every trial for a short while first, and as a whole only when that went well.</summary>
/// <param name="probe">Runs the short run.</param>
/// <param name="whole">Runs the whole trial; disposed of with this one.</param>
/// <param name="options">What the short run may use.</param>
internal sealed class PrecheckExecutor(IExecutor probe, IExecutor whole, PrecheckOptions options) : IExecutor
{
    /// <summary>The metric that says how long the short run took.</summary>
    public const string SecondsMetric = "precheck.seconds";

    private readonly object _lock = new();
    private PrecheckValues? _values;

    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        TrialJob check = job with
        {
            Point = ValuesFor(job.Space).In(job.Point),
            IsPrecheck = true,
            Limits = options.Limits,
            Continues = null,
            Reported = null,
        };
        TrialOutcome outcome = await probe.RunAsync(check, cancellation).ConfigureAwait(false);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (outcome.State == TrialState.Failed && outcome.Failure != FailureKind.NotFinite)
        {
            bool isOver = outcome.Failure == FailureKind.Cancelled;
            return isOver ? outcome : With(outcome with { Message = $"In the precheck: {outcome.Message}" }, seconds);
        }

        return With(await whole.RunAsync(job, cancellation).ConfigureAwait(false), seconds);
    }

    public ValueTask DisposeAsync() => whole.DisposeAsync();

    private static TrialOutcome With(TrialOutcome outcome, double seconds) =>
        outcome with { Metrics = new Dictionary<string, double>(outcome.Metrics, StringComparer.Ordinal) { [SecondsMetric] = seconds } };

    private PrecheckValues ValuesFor(SearchSpace space)
    {
        lock (_lock)
        {
            return _values ??= new PrecheckValues(space, options.Values);
        }
    }
}
