namespace Hypermax;

/// <summary>The facts of a trial; immutable.</summary>
public sealed record TrialRecord
{
    /// <summary>Gets the number of the trial within its study, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the point that was asked for.</summary>
    public required Point Point { get; init; }

    /// <summary>Gets whether the point is not known, for the records of the trial were lost;
    /// no parameter exists at <see cref="Point"/> until the trial is run again.</summary>
    public bool IsLost { get; init; }

    /// <summary>Gets where the trial stands.</summary>
    public required TrialState State { get; init; }

    /// <summary>Gets how the trial ended, or null while it has not.</summary>
    public TrialOutcome? Outcome { get; init; }

    /// <summary>Gets the value of the first objective in its own direction; NaN when there is none.</summary>
    public double Value => Outcome?.Value ?? double.NaN;

    /// <summary>Gets the values of all objectives, each in its own direction: one in a study with one objective; none where there is no value.</summary>
    public IReadOnlyList<double> Values => Outcome?.Values ?? (HasValue ? [Value] : []);

    /// <summary>Gets the values for the constraints; empty where there are none.</summary>
    public IReadOnlyList<ConstraintValue> Constraints => Outcome?.Constraints ?? [];

    /// <summary>Gets whether the trial keeps every constraint that it has a value for; one without constraints does.</summary>
    public bool IsFeasible
    {
        get
        {
            foreach (ConstraintValue constraint in Constraints)
            {
                if (!constraint.IsKept)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Gets whether the trial may be the best or on the front: complete, feasible and not set apart.</summary>
    public bool IsEligible => IsComplete && IsFeasible && !IsSetApart && !IsLost;

    /// <summary>Gets whether there is a value: that of a complete trial, the last report of a pruned one, that
    /// at its own budget of a partial one, or the penalty of a failed one.</summary>
    public bool HasValue => double.IsFinite(Value);

    /// <summary>Gets when the trial was asked for.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>Gets how long the trial took; zero while it runs.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the number of the worker that ran the trial, from 0.</summary>
    public int Worker { get; init; }

    /// <summary>Gets how often the trial was started before and lost because its process died; 0 for almost all.</summary>
    public int Retries { get; init; }

    /// <summary>Gets why the point was proposed, or null when nobody asked.</summary>
    public Insight? Insight { get; init; }

    /// <summary>Gets whether the trial was evaluated elsewhere and added, so that it cost this study nothing.</summary>
    public bool IsAdded => Insight?.Method == Insight.Added.Method;

    /// <summary>Gets whether a person chose the point.</summary>
    public bool IsEnqueued => Insight?.Method == Insight.Enqueued.Method;

    /// <summary>Gets whether the trial finished with a value of its own.</summary>
    public bool IsComplete => State == TrialState.Complete;

    /// <summary>Gets what the trial may spend; null in a study without budgets, and for a trial that was added.</summary>
    public TrialBudget? Budget { get; init; }

    /// <summary>Gets the fingerprint of what decided the value, such as the objective's code; null when nobody gave one.</summary>
    public string? Objective { get; init; }

    /// <summary>Gets whether the trial no longer counts because its objective has changed since: neither as best nor for what samplers learn.</summary>
    public bool IsSetApart { get; init; }

    /// <summary>Gets whether the state can no longer change.</summary>
    public bool IsFinished => State != TrialState.Running;
}
