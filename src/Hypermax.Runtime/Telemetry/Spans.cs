using System.Diagnostics;

namespace Hypermax.Telemetry;

/// <summary>What spans of trials and of their runs have in common.</summary>
internal static class Spans
{
    /// <summary>Writes how an evaluation ended: state, value, and for a failure its kind and message as the status.</summary>
    public static void Judge(Activity span, TrialOutcome outcome)
    {
        span.SetTag(Tags.State, TagWords.Of(outcome));
        if (outcome.HasValue)
        {
            span.SetTag(Tags.Value, outcome.Value);
        }

        // A search that was stopped is no error of its trials, and a pruned trial is what pruning is for.
        if (outcome.State == TrialState.Failed && outcome.Failure != FailureKind.Cancelled)
        {
            span.SetTag(Tags.Error, TagWords.Of(outcome.Failure)).SetStatus(ActivityStatusCode.Error, outcome.Message);
        }
    }
}
