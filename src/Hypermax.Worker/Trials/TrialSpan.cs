using System.Diagnostics;
using Hypermax.Worker.Protocol;

namespace Hypermax.Worker.Trials;

/// <summary>The span of an objective in this process, a child of the owner's span of the run: what the objective begins belongs to it.</summary>
internal static class TrialSpan
{
    private const string Name = "hypermax.objective";
    private const string Variable = "TRACEPARENT";

    // By the name that listeners know from searches.
    private static readonly ActivitySource Source = new("Hypermax");
    private static readonly string? Inherited = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Begins the span, and lets programs that the objective starts know that of the run.</summary>
    /// <param name="order">The trial.</param>
    /// <returns>The span, to be disposed of at its end; null where the owner has none.</returns>
    public static Activity? Begin(TrialOrder order)
    {
        string? trace = ActivityContext.TryParse(order.Trace, traceState: null, isRemote: true, out ActivityContext run) ? order.Trace : null;
        Environment.SetEnvironmentVariable(Variable, trace ?? Inherited);
        return trace is null ? null : (Listened(run) ?? new Activity(Name).SetParentId(trace).Start()).SetTag("hypermax.trial.number", order.Number);
    }

    private static Activity? Listened(ActivityContext run) => Source.StartActivity(Name, ActivityKind.Internal, run);
}
