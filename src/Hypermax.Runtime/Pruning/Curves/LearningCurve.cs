using System.Runtime.InteropServices;

namespace Hypermax.Pruning;

/// <summary>The intermediate losses of one trial by step; smaller ones are better.</summary>
/// <remarks>A span is valid until the next report. Not safe to share between threads while reports are added.</remarks>
public sealed class LearningCurve
{
    private readonly List<long> _steps = [];
    private readonly List<double> _losses = [];

    /// <summary>Creates the empty curve of a running trial.</summary>
    /// <param name="number">The number of the trial.</param>
    public LearningCurve(int number) => Number = number;

    /// <summary>Gets the number of the trial.</summary>
    public int Number { get; }

    /// <summary>Gets whether the trial finished with a loss of its own.</summary>
    public bool IsComplete { get; private init; }

    /// <summary>Gets the loss of a complete trial, the penalty of a failed one; NaN when there is none.</summary>
    public double FinalLoss { get; private init; } = double.NaN;

    /// <summary>Gets the number of reports.</summary>
    public int Count => _steps.Count;

    /// <summary>Gets the steps, smallest first.</summary>
    public ReadOnlySpan<long> Steps => CollectionsMarshal.AsSpan(_steps);

    /// <summary>Gets the losses at the steps; NaN where the trial reported no number.</summary>
    public ReadOnlySpan<double> Losses => CollectionsMarshal.AsSpan(_losses);

    /// <summary>Gets the smallest loss so far; NaN when there is none.</summary>
    public double Best { get; private set; } = double.NaN;

    /// <summary>Makes the curve of a finished trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="direction">Which values of it are better.</param>
    public static LearningCurve Of(TrialRecord trial, Direction direction)
    {
        LearningCurve curve = new(trial.Number)
        {
            IsComplete = trial.IsComplete,
            FinalLoss = trial.State == TrialState.Pruned ? double.NaN : direction.ToLoss(trial.Value),
        };
        foreach (TrialReport report in trial.Outcome?.Reports ?? [])
        {
            curve.Add(report.Step, direction.ToLoss(report.Value));
        }

        return curve;
    }

    /// <summary>Adds a report; one at the same step takes the place of the earlier.</summary>
    /// <param name="step">The step.</param>
    /// <param name="loss">The loss.</param>
    public void Add(long step, double loss)
    {
        int place = _steps.BinarySearch(step);
        if (place >= 0)
        {
            _losses[place] = loss;
            Best = double.NaN;
            foreach (double one in _losses)
            {
                Best = double.MinNumber(Best, one);
            }

            return;
        }

        _steps.Insert(~place, step);
        _losses.Insert(~place, loss);
        Best = double.MinNumber(Best, loss);
    }

    /// <summary>Gets the place of the first report at a step or beyond, or −1 when the trial has not come that far.</summary>
    /// <param name="step">The step.</param>
    public int From(long step)
    {
        int place = _steps.BinarySearch(step);
        place = place < 0 ? ~place : place;
        return place < _steps.Count ? place : -1;
    }

    /// <summary>Gets the place of the report at exactly a step, or −1.</summary>
    /// <param name="step">The step.</param>
    public int At(long step) => _steps.BinarySearch(step) is >= 0 and int place ? place : -1;
}
