using System.Diagnostics;

namespace Hypermax.Execution;

/// <summary>Collects what a trial says about itself while it runs; safe to use from several threads.</summary>
internal sealed class TrialNotes(TrialJob job)
{
    private readonly object _gate = new();
    private SortedDictionary<long, double>? _reports;
    private Dictionary<string, double>? _metrics;
    private Dictionary<string, string>? _attributes;
    private long _lastSign = Stopwatch.GetTimestamp();
    private volatile bool _shouldPrune;

    /// <summary>Gets whether whoever listens to the reports has decided that the trial is not worth finishing.</summary>
    public bool ShouldPrune => _shouldPrune;

    /// <summary>Gets what is called once when the trial turns out not to be worth finishing.</summary>
    public Action? Pruning { get; init; }

    /// <summary>Gets when the trial last gave a sign of life, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long LastSign => Volatile.Read(ref _lastSign);

    /// <summary>Gets the last report by step, or NaN.</summary>
    public double LastValue
    {
        get
        {
            lock (_gate)
            {
                return _reports is { Count: > 0 } reports ? reports.Last().Value : double.NaN;
            }
        }
    }

    /// <summary>Notes that the trial printed or reported something.</summary>
    public void Sign() => Volatile.Write(ref _lastSign, Stopwatch.GetTimestamp());

    /// <summary>Notes an intermediate value and asks whether the trial should go on.</summary>
    /// <returns>Whether it should be pruned.</returns>
    public bool Report(double value, long step)
    {
        Sign();
        lock (_gate)
        {
            (_reports ??= [])[step] = value;
        }

        if (Tell(new TrialReport(step, value)) && !_shouldPrune)
        {
            _shouldPrune = true;
            Pruning?.Invoke();
        }

        return _shouldPrune;
    }

    public void SetMetric(string name, double value)
    {
        Sign();
        lock (_gate)
        {
            (_metrics ??= new(StringComparer.Ordinal))[name] = value;
        }
    }

    public void SetAttribute(string name, string value)
    {
        Sign();
        lock (_gate)
        {
            (_attributes ??= new(StringComparer.Ordinal))[name] = value;
        }
    }

    /// <summary>Adds what was noted to an outcome.</summary>
    public TrialOutcome Complete(TrialOutcome outcome)
    {
        lock (_gate)
        {
            return outcome with
            {
                Reports = _reports is null ? outcome.Reports : [.. _reports.Select(entry => new TrialReport(entry.Key, entry.Value))],
                Metrics = Merge(outcome.Metrics, _metrics),
                Attributes = Merge(outcome.Attributes, _attributes),
            };
        }
    }

    /// <summary>Makes the outcome of a trial that a pruner stopped.</summary>
    public TrialOutcome Pruned() => Complete(new TrialOutcome { State = TrialState.Pruned, Value = LastValue });

    // A listener that fails, such as a store on a full disk, must not pass for a failure of the trial; the search meets the
    // trouble itself when it tells the outcome.
    private bool Tell(TrialReport report)
    {
        try
        {
            return job.Reported?.Invoke(report) == true;
        }
        catch (Exception error)
        {
            SetAttribute("reportError", error.Message);
            return false;
        }
    }

    private static IReadOnlyDictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> outcome, Dictionary<string, T>? noted)
    {
        if (noted is null)
        {
            return outcome;
        }

        Dictionary<string, T> merged = new(noted, StringComparer.Ordinal);
        foreach ((string name, T value) in outcome)
        {
            merged[name] = value;
        }

        return merged;
    }
}
