using System.Diagnostics;
using System.Globalization;
using Hypermax.Execution.Said;

namespace Hypermax.Execution;

/// <summary>Collects what a trial says about itself while it runs, within the caps of <see cref="SaidCaps"/>; safe to use from several threads.</summary>
internal sealed class TrialNotes(TrialJob job)
{
    private readonly object _gate = new();
    private readonly SaidFigures _metrics = new();
    private readonly SaidTexts _attributes = new();
    private readonly List<ConstraintValue> _constraints = [];
    private SortedDictionary<long, double>? _reports;
    private int _reported;
    private long _lastSign = Stopwatch.GetTimestamp();
    private long _begun;
    private long _bytes;
    private bool _isOver;
    private volatile bool _shouldPrune;

    /// <summary>Gets the trial.</summary>
    public TrialJob Job => job;

    /// <summary>Gets whether whoever listens to the reports has decided that the trial is not worth finishing.</summary>
    public bool ShouldPrune => _shouldPrune;

    /// <summary>Gets what is called once when the trial turns out not to be worth finishing.</summary>
    public Action? Pruning { get; init; }

    /// <summary>Gets when the trial last gave a sign of life, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long LastSign => Volatile.Read(ref _lastSign);

    /// <summary>Gets how long the trial has run; nothing before it has found a thread.</summary>
    public TimeSpan Elapsed => Volatile.Read(ref _begun) is not 0 and long begun ? Stopwatch.GetElapsedTime(begun) : TimeSpan.Zero;

    /// <summary>Gets for how long the running trial has given no sign of life.</summary>
    public TimeSpan Silence => Elapsed == TimeSpan.Zero ? TimeSpan.Zero : Stopwatch.GetElapsedTime(LastSign);

    /// <summary>Gets how many bytes of messages the trial has sent, kept or not; they count as output.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

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

    /// <summary>Notes that the objective is called: the time in which it waited for a thread that others had is not its own.</summary>
    public void Begin()
    {
        Sign();
        Volatile.Write(ref _begun, Stopwatch.GetTimestamp());
    }

    /// <summary>Notes that the trial printed or reported something.</summary>
    public void Sign() => Volatile.Write(ref _lastSign, Stopwatch.GetTimestamp());

    /// <summary>Counts a message of the trial as output.</summary>
    public void Count(int bytes) => Interlocked.Add(ref _bytes, bytes);

    /// <summary>Notes an intermediate value and asks whether the trial should go on; beyond the cap it is only a sign of life.</summary>
    /// <remarks>What comes after the verdict is not noted: how much that is depends on how fast the verdict travels, and a search must repeat.</remarks>
    /// <returns>Whether it should be pruned.</returns>
    public bool Report(double value, long step)
    {
        Sign();
        lock (_gate)
        {
            if (_isOver || _shouldPrune || ++_reported > SaidCaps.Reports)
            {
                return _shouldPrune;
            }

            (_reports ??= [])[step] = value;
        }

        if (Tell(new TrialReport(step, value)) && !_shouldPrune)
        {
            _shouldPrune = true;
            Pruning?.Invoke();
        }

        return _shouldPrune;
    }

    public void SetMetric(string? name, double value)
    {
        Sign();
        lock (_gate)
        {
            _metrics.Set(name, value);
        }
    }

    public void SetAttribute(string? name, string? value)
    {
        Sign();
        lock (_gate)
        {
            _attributes.Set(name, value);
        }
    }

    /// <summary>Notes what the trial has for a constraint; the last value of a name counts.</summary>
    public void Constrain(ConstraintValue value)
    {
        Sign();
        lock (_gate)
        {
            _constraints.RemoveAll(known => known.Name == value.Name);
            if (_constraints.Count < SaidCaps.Constraints)
            {
                _constraints.Add(value);
            }
        }
    }

    /// <summary>Adds what was noted to an outcome, and makes all its texts fit to be recorded; what the trial says afterwards is not heard.</summary>
    public TrialOutcome Complete(TrialOutcome outcome)
    {
        lock (_gate)
        {
            _isOver = true;
            foreach ((string name, double value) in outcome.Metrics)
            {
                _metrics.Set(name, value);
            }

            foreach ((string name, string value) in outcome.Attributes)
            {
                _attributes.Set(name, value);
            }

            return outcome with
            {
                Message = outcome.Message is null ? null : SaidText.Fit(outcome.Message, SaidCaps.Message),
                Position = outcome.Position is { } at ? at with { File = SaidText.Fit(at.File, SaidCaps.Message) } : null,
                Reports = _reports is null ? outcome.Reports : [.. _reports.Select(entry => new TrialReport(entry.Key, entry.Value))],
                Metrics = _metrics.All.Count == 0 ? outcome.Metrics : new Dictionary<string, double>(_metrics.All, StringComparer.Ordinal),
                Attributes = Attributes(),
                Constraints = _constraints.Count == 0 ? outcome.Constraints : [.. _constraints],
            };
        }
    }

    /// <summary>Makes the outcome of a trial that a pruner stopped.</summary>
    public TrialOutcome Pruned() => Complete(new TrialOutcome { State = TrialState.Pruned, Value = LastValue });

    // Nobody should look for what is not there without learning why.
    private IReadOnlyDictionary<string, string> Attributes()
    {
        string[] leftOut =
        [
            .. Words(Math.Max(0, _reported - SaidCaps.Reports), "reports"),
            .. Words(_metrics.LeftOut, "metrics"),
            .. Words(_attributes.LeftOut, "attributes"),
        ];
        if (_attributes.All.Count == 0 && leftOut.Length == 0)
        {
            return TrialOutcome.NoAttributes;
        }

        Dictionary<string, string> all = new(_attributes.All, StringComparer.Ordinal);
        if (leftOut.Length > 0)
        {
            all["leftOut"] = string.Join(", ", leftOut);
        }

        return all;
    }

    private static IEnumerable<string> Words(int count, string what) => count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count} {what}")];

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
            SetAttribute("reportError", ThrownError.Of(error).Message);
            return false;
        }
    }
}
