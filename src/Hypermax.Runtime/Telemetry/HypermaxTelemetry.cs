namespace Hypermax;

/// <summary>What a listener needs to know to follow searches; see docs/guide/telemetry.md for spans, metrics and tags.</summary>
public static class HypermaxTelemetry
{
    /// <summary>The name of both the <see cref="System.Diagnostics.ActivitySource"/> and the <see cref="System.Diagnostics.Metrics.Meter"/>:
    /// pass it to <c>AddSource</c> and <c>AddMeter</c> of OpenTelemetry.</summary>
    public const string Name = "Hypermax";
}
