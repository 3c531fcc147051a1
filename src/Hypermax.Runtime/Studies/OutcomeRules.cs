namespace Hypermax.Studies;

/// <summary>What must hold of an outcome before it is recorded for good.</summary>
internal static class OutcomeRules
{
    /// <summary>Checks what a caller tells.</summary>
    /// <exception cref="ArgumentException">The outcome breaks a rule; the message names it.</exception>
    public static void Check(TrialOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (Broken(outcome) is { } broken)
        {
            throw new ArgumentException(broken, nameof(outcome));
        }
    }

    /// <summary>Makes a failure of what an executor must not give: a trial never ends a search.</summary>
    public static TrialOutcome Mend(TrialOutcome outcome) => Broken(outcome) is { } broken ? outcome with
    {
        State = TrialState.Failed,
        Failure = FailureKind.BadResult,
        Message = broken,
        Value = double.NaN,
        Values = null,
    } : outcome;

    private static string? Broken(TrialOutcome outcome)
    {
        if (outcome.State == TrialState.Running)
        {
            return "The outcome's state is Running, which is no end; an outcome is complete, pruned or failed. Tell the trial when it has ended.";
        }

        if (outcome.Values is { Count: not 1 } values)
        {
            return FormattableString.Invariant($"The outcome has {values.Count} Values, but a study has one objective; several are not searched yet. ")
                + "Give the one Value, and the other figures as metrics.";
        }

        if (outcome.Values is [double only] && !only.Equals(outcome.Value))
        {
            return FormattableString.Invariant(
                $"The outcome has the Values [{only}] but the Value {outcome.Value}; both are the value of the one objective. Give Value alone.");
        }

        return outcome.State == TrialState.Complete && !outcome.HasValue
            ? FormattableString.Invariant($"The outcome is complete but its Value is {outcome.Value}; it must be a finite number. ")
                + "Give one, or make the outcome with TrialOutcome.Of or TrialOutcome.Fail."
            : null;
    }
}
