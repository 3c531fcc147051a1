using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace Hypermax.Telemetry;

/// <summary>The source of spans and the instruments of metrics, one of each for the process.</summary>
internal static class Instruments
{
    private static readonly string Version =
        typeof(Instruments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    private static readonly Meter Meter = new(HypermaxTelemetry.Name, Version);

    private static readonly Instrument[] OfStanding =
    [
        Meter.CreateObservableUpDownCounter("hypermax.trials.running", LiveStudies.Running, "{trial}", "Trials that run in this process."),
        Meter.CreateObservableUpDownCounter("hypermax.trials.remaining", LiveStudies.Remaining, "{trial}", "Trials that are planned and have not begun."),
        Meter.CreateObservableUpDownCounter("hypermax.trials.queued", LiveStudies.Queued, "{trial}", "Points that people queued and that wait to be tried."),
    ];

    /// <summary>Gets the source of spans.</summary>
    public static ActivitySource Source { get; } = new(HypermaxTelemetry.Name, Version);

    /// <summary>Gets how long it took to obtain a trial: the method and the record of its start.</summary>
    public static Histogram<double> AskTime { get; } = Seconds(
        "hypermax.ask.duration", "Time to obtain a trial.", [0.00001, 0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]);

    /// <summary>Gets how long trials took.</summary>
    public static Histogram<double> TrialTime { get; } = Seconds(
        "hypermax.trial.duration", "Time from the start of a trial to its end.", [0.001, 0.01, 0.1, 0.3, 1, 3, 10, 30, 60, 180, 600, 1800, 3600, 10800, 36000]);

    /// <summary>Gets the trials that ended, by state and kind of failure.</summary>
    public static Counter<long> Trials { get; } = Meter.CreateCounter<long>("hypermax.trials", "{trial}", "Trials that ended.");

    /// <summary>Gets the trials that a limit ended.</summary>
    public static Counter<long> Kills { get; } = Meter.CreateCounter<long>("hypermax.kills", "{trial}", "Trials that were ended by a limit.");

    /// <summary>Gets how often trials were run again.</summary>
    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("hypermax.retries", "{run}", "Runs of trials that had failed before.");

    /// <summary>Gets the best value of each study that is open.</summary>
    public static ObservableGauge<double> BestValue { get; } = Meter.CreateObservableGauge(
        "hypermax.best.value", LiveStudies.Best, unit: null, "The best value so far, in the objective's own direction.");

    /// <summary>Gets whether anybody asks how studies stand.</summary>
    public static bool IsStandingAsked => BestValue.Enabled || OfStanding[0].Enabled || OfStanding[1].Enabled || OfStanding[2].Enabled;

    /// <summary>Gets whether anybody listens to what is told of a finished trial.</summary>
    public static bool IsTold => Trials.Enabled || TrialTime.Enabled || Kills.Enabled;

    // Exporters would sort seconds into buckets made for milliseconds.
    private static Histogram<double> Seconds(string name, string description, double[] buckets) =>
#if NET9_0_OR_GREATER
        Meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });
#else
        Meter.CreateHistogram<double>(name, "s", $"{description} Buckets: {string.Join(", ", buckets)}.");
#endif
}
