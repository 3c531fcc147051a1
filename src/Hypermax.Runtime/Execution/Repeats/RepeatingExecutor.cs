using Hypermax.Numerics;

namespace Hypermax.Execution.Repeats;

/// <summary>Evaluates a point several times and records the mean, for objectives that are noisy.</summary>
/// <remarks>
/// The value is the mean of the values; the metrics <c>value.spread</c> (sample standard deviation) and <c>repeats</c> say how
/// sure it is, and other metrics are means too. The first repetition has the seed of the trial, the others seeds drawn from
/// it. A failure of any repetition is the outcome. Intermediate values are those of the first repetition; the log is that of the last.
/// </remarks>
public sealed class RepeatingExecutor : IExecutor
{
    private readonly IExecutor _inner;
    private readonly RepeatOptions _options;
    private readonly object _gate = new();
    private readonly List<double> _values = [];

    /// <summary>Creates an executor.</summary>
    /// <param name="inner">Runs the repetitions; disposed of with this one.</param>
    /// <param name="options">How often.</param>
    /// <param name="earlier">The values of the trials that the search had when it was continued; leaders must be among the best of these too.</param>
    /// <exception cref="ArgumentException">The numbers contradict each other.</exception>
    public RepeatingExecutor(IExecutor inner, RepeatOptions options, IEnumerable<double>? earlier = null)
    {
        options.Validate();
        _inner = inner;
        _values.AddRange(earlier ?? []);
        _options = options;
    }

    /// <inheritdoc/>
    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        List<TrialOutcome> outcomes = [];
        int times = _options.Times;
        double first = double.NaN;
        for (int i = 0; i < times; i++)
        {
            TrialJob repetition = i == 0 ? job : job with { Seed = new SeedStream(job.Seed, i, "repeat").NextInt(int.MaxValue), Reported = null };
            TrialOutcome outcome = await _inner.RunAsync(repetition, cancellation).ConfigureAwait(false);
            if (outcome.State != TrialState.Complete)
            {
                Replace(first, mean: null);
                return outcome;
            }

            outcomes.Add(outcome);
            if (i == _options.Times - 1 && !job.IsPartial && IsLeader(first = outcomes.Average(done => done.Value)))
            {
                times = _options.LeaderTimes;
            }
        }

        Replace(first, outcomes.Average(done => done.Value));
        return outcomes.Count == 1 ? outcomes[0] : Merge(outcomes);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    private bool IsLeader(double value)
    {
        lock (_gate)
        {
            int better = _values.Count(other => _options.Direction.IsBetter(other, value));
            _values.Add(value);
            return better < _options.Leaders;
        }
    }

    // What the point counts with from now on, as in a search that goes on later: a lucky first value must not keep others from being confirmed.
    private void Replace(double first, double? mean)
    {
        lock (_gate)
        {
            if (first != mean && _values.Remove(first) && mean is { } value)
            {
                _values.Add(value);
            }
        }
    }

    private static TrialOutcome Merge(List<TrialOutcome> outcomes)
    {
        double mean = outcomes.Average(outcome => outcome.Value);
        Dictionary<string, double> metrics = new(StringComparer.Ordinal);
        foreach (string name in outcomes[0].Metrics.Keys)
        {
            metrics[name] = outcomes.Where(outcome => outcome.Metrics.ContainsKey(name)).Average(outcome => outcome.Metrics[name]);
        }

        metrics[RepeatMetrics.Spread] = Math.Sqrt(outcomes.Sum(outcome => (outcome.Value - mean) * (outcome.Value - mean)) / (outcomes.Count - 1));
        metrics[RepeatMetrics.Times] = outcomes.Count;
        return outcomes[^1] with { Value = mean, Values = null, Metrics = metrics, Reports = outcomes[0].Reports, Usage = Usage(outcomes) };
    }

    private static ResourceUsage? Usage(List<TrialOutcome> outcomes)
    {
        ResourceUsage[] all = [.. outcomes.Where(outcome => outcome.Usage is not null).Select(outcome => outcome.Usage!)];
        return all.Length == 0 ? null : new ResourceUsage(
            all.Sum(usage => usage.CpuSeconds),
            all.Max(usage => usage.PeakBytes),
            all.Select(usage => usage.MedianBytes).Order().ElementAt(all.Length / 2),
            all.Sum(usage => usage.ReadBytes),
            all.Sum(usage => usage.WrittenBytes));
    }
}
