using System.Diagnostics;
using Hypermax.Execution;

namespace Hypermax.Telemetry;

/// <summary>Puts a span around every run of a trial: a trial that is tried again, repeated or prechecked has several.</summary>
/// <remarks>Where nobody listens, the call goes straight to the executor.</remarks>
/// <param name="inner">Runs trials; disposed of with this one.</param>
internal sealed class TracedExecutor(IExecutor inner) : IExecutor
{
    public const string SpanName = "hypermax.run";

    private const string Suffix = "Executor";

    private readonly string _name = TagWords.Spell(
        inner.GetType().Name.EndsWith(Suffix, StringComparison.Ordinal) ? inner.GetType().Name[..^Suffix.Length] : inner.GetType().Name);

    public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) =>
        Instruments.Source.HasListeners() ? RunTracedAsync(job, cancellation) : inner.RunAsync(job, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task<TrialOutcome> RunTracedAsync(TrialJob job, CancellationToken cancellation)
    {
        using Activity? span = Instruments.Source.StartActivity(SpanName);
        TrialOutcome outcome = await inner.RunAsync(job, cancellation).ConfigureAwait(false);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(Tags.Executor, _name).SetTag(Tags.Trial, job.Number).SetTag(Tags.TrialSeed, job.Seed);
            if (job.IsPrecheck)
            {
                span.SetTag(Tags.Precheck, true);
            }

            Spans.Judge(span, outcome);
        }

        return outcome;
    }
}
