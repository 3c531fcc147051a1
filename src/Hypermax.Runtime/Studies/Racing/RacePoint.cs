using Hypermax.Execution.Repeats;

namespace Hypermax.Studies.Racing;

/// <summary>The values of one point.</summary>
/// <remarks>Whatever order its trials are added in, the figures are the same to the last bit.</remarks>
internal sealed class RacePoint
{
    private readonly SortedList<int, (TrialRecord Trial, double Loss)> _trials = [];

    /// <summary>Gets the first complete trial at the point.</summary>
    public TrialRecord First => _trials.Values[0].Trial;

    /// <summary>Gets how many values there are.</summary>
    public int Count => _trials.Count;

    /// <summary>Gets how often the point was evaluated, with a value or without.</summary>
    public int Attempts { get; set; } = 1;

    /// <summary>Gets the mean loss.</summary>
    public double Mean { get; private set; }

    /// <summary>Gets the sum of the squared deviations from the mean.</summary>
    public double Squares { get; private set; }

    /// <summary>Adds a complete trial.</summary>
    public void Add(TrialRecord trial, double loss)
    {
        _trials.Add(trial.Number, (trial, loss));
        Mean = _trials.Values.Sum(value => value.Loss) / Count;
        Squares = _trials.Values.Sum(value => (value.Loss - Mean) * (value.Loss - Mean));
    }

    /// <summary>Gets the first trial with the mean of all as its value, and with the metrics that say how sure it is.</summary>
    public TrialRecord ToTrial(Direction direction)
    {
        if (Count < 2)
        {
            return First;
        }

        TrialOutcome outcome = First.Outcome!;
        Dictionary<string, double> metrics = new(outcome.Metrics, StringComparer.Ordinal)
        {
            [RepeatMetrics.Spread] = Math.Sqrt(Squares / (Count - 1)),
            [RepeatMetrics.Times] = Count,
        };
        return First with { Outcome = outcome with { Value = direction.ToLoss(Mean), Values = null, Metrics = metrics } };
    }
}
