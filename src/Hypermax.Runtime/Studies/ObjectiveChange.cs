namespace Hypermax;

/// <summary>What was found when a study was opened whose objective had changed since its last trials.</summary>
/// <param name="FromTrial">The number of the first trial that the new code evaluates.</param>
/// <param name="Answer">What was done.</param>
/// <param name="Leaders">How many of the best old trials are evaluated again.</param>
/// <param name="Archive">Where the old journal was put when the study begins afresh, relative to its folder; else null.</param>
public sealed record ObjectiveChange(int FromTrial, ObjectiveChangeAnswer Answer, int Leaders = 0, string? Archive = null)
{
    /// <inheritdoc/>
    public override string ToString() => Answer switch
    {
        ObjectiveChangeAnswer.Fresh => $"What decides the loss has changed since the earlier trials; the study begins afresh, and they are kept in {Archive}.",
        ObjectiveChangeAnswer.Remeasure => "What decides the loss has changed: "
            + FormattableString.Invariant($"from trial {FromTrial} on values are of the new code. The {Leaders} best of the {FromTrial} earlier trials are ")
            + "evaluated again; the others no longer count as best, nor for what the search learns.",
        _ => FormattableString.Invariant($"What decides the loss has changed: from trial {FromTrial} on values are of the new code, ")
            + FormattableString.Invariant($"and the {FromTrial} earlier ones may no longer hold. Both share one study, ")
            + "and the best may be one that the new code does not reach.",
    };
}
