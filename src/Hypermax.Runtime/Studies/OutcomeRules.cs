using Hypermax.Errors;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>What must hold of an outcome before it is recorded for good.</summary>
internal sealed class OutcomeRules(StudyHeader header)
{
    /// <summary>Checks what a caller tells.</summary>
    /// <exception cref="ArgumentException">The outcome breaks a rule; the message names it.</exception>
    public void Check(TrialOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (Broken(outcome) is { } broken)
        {
            throw new ArgumentException(broken, nameof(outcome));
        }
    }

    /// <summary>Makes a failure of what an executor must not give: a trial never ends a search.</summary>
    public TrialOutcome Mend(TrialOutcome outcome) => Broken(outcome) is { } broken ? outcome with
    {
        State = TrialState.Failed,
        Failure = FailureKind.BadResult,
        Message = broken,
        Value = double.NaN,
        Values = null,
        Constraints = [],
    } : outcome;

    private string? Broken(TrialOutcome outcome) => outcome.State == TrialState.Running
        ? "The outcome's state is Running, which is no end; an outcome is complete, pruned or failed. Tell the trial when it has ended."
        : BrokenValues(outcome) ?? outcome.Constraints.Select(BrokenConstraint).FirstOrDefault(broken => broken is not null) ?? Incomplete(outcome);

    private string? BrokenValues(TrialOutcome outcome)
    {
        int objectives = header.Directions.Count;
        if (outcome.Values is { } values && values.Count != objectives)
        {
            return FormattableString.Invariant($"The outcome has {Counted.Of(values.Count, "value")}, ")
                + $"but study '{header.Name}' has {Objectives()}. Give one value for each, in this order"
                + (values.Count > objectives ? ", and other figures as metrics or constraints." : ".");
        }

        if (outcome.Values is [var first, ..] && !first.Equals(outcome.Value))
        {
            return FormattableString.Invariant($"The outcome has the Values [{string.Join(", ", outcome.Values)}] but the Value {outcome.Value}; ")
                + "Value is that of the first objective. Make the outcome with TrialOutcome.Of.";
        }

        for (int i = 0; i < outcome.Values?.Count; i++)
        {
            if (!double.IsFinite(outcome.Values[i]))
            {
                return FormattableString.Invariant($"The outcome's value of '{header.ObjectiveName(i)}' is {outcome.Values[i]}; ")
                    + "it must be a finite number. Give one, or make the outcome with TrialOutcome.Of or TrialOutcome.Fail.";
            }
        }

        return null;
    }

    private string? BrokenConstraint(ConstraintValue constraint) => constraint switch
    {
        { Name.Length: 0 } => "A constraint of the outcome has no name. Name what is measured, such as 'p99'.",
        { Constraint.IsBounded: false } =>
            $"The constraint '{constraint.Name}' has no bound, and study '{header.Name}' declares {Declared(constraint.Name)}. "
            + "Say what it may be at most or at least, or declare it in StudyOptions.Constraints.",
        _ when !double.IsFinite(constraint.Value) => FormattableString.Invariant(
            $"The constraint '{constraint.Constraint}' has the value {constraint.Value}; it must be a finite number. Give one, or tell that the trial failed."),
        _ when Other(constraint) is { } declared =>
            $"The outcome has the constraint '{constraint.Constraint}', but study '{header.Name}' declares '{declared}'; a bound stays the same. "
            + "Leave the bound out to use the declared one.",
        _ => null,
    };

    private string? Incomplete(TrialOutcome outcome)
    {
        if (outcome.State != TrialState.Complete)
        {
            return null;
        }

        if (!outcome.HasValue)
        {
            return FormattableString.Invariant($"The outcome is complete but its Value is {outcome.Value}; it must be a finite number. ")
                + "Give one, or make the outcome with TrialOutcome.Of or TrialOutcome.Fail.";
        }

        if (outcome.Values is null && header.Directions.Count > 1)
        {
            return $"The outcome has one value, but study '{header.Name}' has {Objectives()}. Give one value for each, in this order.";
        }

        HashSet<string> given = new(outcome.Constraints.Select(value => value.Name), StringComparer.Ordinal);
        string[] missing = [.. header.Constraints.Select(declared => declared.Name).Where(name => !given.Contains(name))];
        return missing.Length == 0
            ? null
            : $"The outcome has no value for the {(missing.Length == 1 ? "constraint" : "constraints")} {Quoted(missing)}, "
                + $"which study '{header.Name}' declares. Give one for each, or tell that the trial failed.";
    }

    private OutcomeConstraint? Other(ConstraintValue constraint) =>
        header.Constraints.FirstOrDefault(declared => declared.Name == constraint.Name) is { } declared && declared != constraint.Constraint ? declared : null;

    private string Declared(string name) => header.Constraints.Count == 0 ? "none"
        : $"none of that name, only {Quoted(header.Constraints.Select(declared => declared.Name))}"
            + (NearestName.Of(name, header.Constraints.Select(declared => declared.Name)) is { } nearest ? $"; did you mean '{nearest}'?" : string.Empty);

    private string Objectives() => header.Directions.Count == 1
        ? "one objective"
        : FormattableString.Invariant($"{header.Directions.Count} objectives: ")
            + Quoted(Enumerable.Range(0, header.Directions.Count).Select(header.ObjectiveName));

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
