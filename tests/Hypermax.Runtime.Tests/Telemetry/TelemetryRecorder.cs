using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hypermax.Tests.Telemetry;

/// <summary>Listens to spans and metrics of one study; others run beside it in the same process.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly string _study;
    private readonly ActivityListener _spans;
    private readonly MeterListener _metrics = new();
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ConcurrentQueue<Measured> _measured = new();

    public TelemetryRecorder(string study)
    {
        _study = study;
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == HypermaxTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == HypermaxTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _metrics.Start();
    }

    public Activity Search => Assert.Single(_ended, span => span.OperationName == "hypermax.search" && Is(span, "hypermax.study.name", _study));

    public IReadOnlyList<Activity> Trials =>
        [.. _ended.Where(span => span.OperationName == "hypermax.trial" && Is(span, "hypermax.study.name", _study)).OrderBy(Number)];

    public IReadOnlyList<Activity> RunsOf(Activity trial) =>
        [.. _ended.Where(span => span.OperationName == "hypermax.run" && span.ParentSpanId == trial.SpanId)];

    public IReadOnlyList<Measured> Of(string instrument) => [.. _measured.Where(one => one.Instrument == instrument)];

    /// <summary>Asks for the figures that are asked for rather than told, and gets that of an instrument.</summary>
    public double? Observe(string instrument)
    {
        _measured.Clear();
        _metrics.RecordObservableInstruments();
        return Of(instrument).Select(one => (double?)one.Value).SingleOrDefault();
    }

    public static bool Is(Activity span, string tag, object value) => Equals(span.GetTagItem(tag), value);

    public static int Number(Activity span) => (int)span.GetTagItem("hypermax.trial.number")!;

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> named = new(tags.ToArray(), StringComparer.Ordinal);
        if (_study.Equals(named["hypermax.study.name"]))
        {
            _measured.Enqueue(new Measured(instrument.Name, value, named));
        }
    }

    internal sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);
}
