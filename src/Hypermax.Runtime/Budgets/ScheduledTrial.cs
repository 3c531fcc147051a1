namespace Hypermax.Budgets;

/// <summary>A trial as a schedule sees it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Budget">What it was given.</param>
public sealed record ScheduledTrial(int Number, TrialBudget Budget)
{
    /// <summary>Gets how it ended; running where the schedule must not know yet.</summary>
    public TrialState State { get; init; } = TrialState.Running;

    /// <summary>Gets its loss at the budget it was given, smaller is better; NaN where it has none.</summary>
    public double Loss { get; init; } = double.NaN;

    /// <summary>Gets whether it ended, well or not.</summary>
    public bool IsFinished => State != TrialState.Running;

    /// <summary>Gets whether it used its budget and has a loss there.</summary>
    public bool HasLoss => State is TrialState.Complete or TrialState.Partial && double.IsFinite(Loss);
}
