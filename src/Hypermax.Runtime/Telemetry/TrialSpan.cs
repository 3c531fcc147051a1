using System.Diagnostics;

namespace Hypermax.Telemetry;

/// <summary>The span of a trial, from its start to its tell.</summary>
internal static class TrialSpan
{
    public const string Name = "hypermax.trial";

    /// <summary>Begins the span, within that of the search; null where nobody listens.</summary>
    public static Activity? Start(string study, Trial trial, int worker)
    {
        Activity? span = Instruments.Source.StartActivity(Name);
        if (span is { IsAllDataRequested: true })
        {
            Describe(span, study, trial.Number, worker, trial.Insight, trial.Budget);
        }

        return span;
    }

    /// <summary>Ends the span.</summary>
    /// <param name="span">The span, or null.</param>
    /// <param name="outcome">How the trial ended.</param>
    public static void End(Activity? span, TrialOutcome outcome)
    {
        if (span is { IsAllDataRequested: true })
        {
            Spans.Judge(span, outcome);
            if (TagWords.IsKill(outcome.Failure))
            {
                span.SetTag(Tags.Kill, TagWords.Of(outcome.Failure));
            }

            if (outcome.Metrics.TryGetValue(RetryPolicy.Metric, out double retries))
            {
                span.SetTag(Tags.Retries, (long)retries);
            }
        }

        span?.Dispose();
    }

    /// <summary>Makes the span of a trial that was asked for and told by hand, when it has ended; within what the teller is doing.</summary>
    public static void OfTold(string study, TrialRecord trial)
    {
        if (Instruments.Source.HasListeners())
        {
            Activity? span = Instruments.Source.StartActivity(Name, ActivityKind.Internal, default(ActivityContext), startTime: trial.Started);
            if (span is { IsAllDataRequested: true })
            {
                Describe(span, study, trial.Number, trial.Worker, trial.Insight, trial.Budget);
            }

            End(span, trial.Outcome!);
        }
    }

    private static void Describe(Activity span, string study, int number, int worker, Insight? insight, TrialBudget? budget)
    {
        span.SetTag(Tags.Study, study).SetTag(Tags.Trial, number).SetTag(Tags.Worker, worker);
        if (insight is not null)
        {
            span.SetTag(Tags.Phase, insight.Method);
        }

        if (budget is not null)
        {
            span.SetTag(Tags.Budget, budget.Amount);
        }
    }
}
