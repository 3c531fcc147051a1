namespace Hypermax;

/// <summary>What a trial may spend, and where it stands in the schedule that said so; see <see cref="StudyOptions.Fidelity"/>.</summary>
/// <param name="Amount">The budget up to which it runs, whatever it continues: epochs, rows, seconds, …</param>
public sealed record TrialBudget(long Amount)
{
    /// <summary>Gets the number of the trial that this one continues: the same point, run before up to a smaller budget; null for a new start.</summary>
    public int? Continues { get; init; }

    /// <summary>Gets which run through all brackets it belongs to, from 0.</summary>
    public int Loop { get; init; }

    /// <summary>Gets its bracket: how many rungs lie above the lowest one of it.</summary>
    public int Group { get; init; }

    /// <summary>Gets its rung within the bracket, from 0: how often its point has been promoted.</summary>
    public int Round { get; init; }
}
