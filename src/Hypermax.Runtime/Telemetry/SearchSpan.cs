using System.Diagnostics;
using Hypermax.Storage;

namespace Hypermax.Telemetry;

/// <summary>The span of a search, from its first ask to its last tell.</summary>
internal static class SearchSpan
{
    public const string Name = "hypermax.search";

    /// <summary>Begins the span; null where nobody listens.</summary>
    public static Activity? Start(StudyHeader header, int planned, int workers)
    {
        Activity? span = Instruments.Source.StartActivity(Name);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(Tags.Study, header.Name).SetTag(Tags.Method, header.Method).SetTag(Tags.Seed, header.Seed)
                .SetTag(Tags.Planned, planned).SetTag(Tags.Workers, workers);
        }

        return span;
    }

    /// <summary>Says how the search ended.</summary>
    public static void End(Activity? span, StudyResult result)
    {
        if (span is not { IsAllDataRequested: true })
        {
            return;
        }

        span.SetTag(Tags.Reason, TagWords.Of(result.Reason)).SetTag(Tags.Trials, result.Trials.Count);
        if (result.Best is { } best)
        {
            span.SetTag(Tags.BestTrial, best.Number).SetTag(Tags.BestValue, best.Value);
        }
    }

    /// <summary>Says that the search itself failed.</summary>
    public static void Fail(Activity? span, Exception error) =>
        span?.SetTag(Tags.Error, error.GetType().FullName).SetStatus(ActivityStatusCode.Error, error.Message);
}
