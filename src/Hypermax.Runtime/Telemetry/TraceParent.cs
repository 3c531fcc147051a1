using System.Diagnostics;

namespace Hypermax.Telemetry;

/// <summary>The context of the current span as other processes get it: <c>traceparent</c> of W3C Trace Context.</summary>
internal static class TraceParent
{
    /// <summary>The environment variable by which OpenTelemetry hands it to a program.</summary>
    public const string Variable = "TRACEPARENT";

    /// <summary>Gets it; null where there is no span, or one of another form.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;
}
