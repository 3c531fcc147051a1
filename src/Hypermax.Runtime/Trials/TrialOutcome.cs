namespace Hypermax;

/// <summary>How the evaluation of a trial ended, as an executor or a caller of tell says it.</summary>
public sealed record TrialOutcome
{
    /// <summary>Gets the state: complete, pruned or failed.</summary>
    public required TrialState State { get; init; }

    /// <summary>Gets the value of the first objective in its own direction; NaN when there is none.</summary>
    /// <remarks>A failed trial may carry a penalty value, which samplers learn from.</remarks>
    public double Value { get; init; } = double.NaN;

    /// <summary>Gets whether there is a value.</summary>
    public bool HasValue => double.IsFinite(Value);

    /// <summary>Gets the values of all objectives, each in its own direction, where there are several; else null.</summary>
    public IReadOnlyList<double>? Values { get; init; }

    /// <summary>Gets the values that say whether the trial is usable, one for each constraint; by default none.</summary>
    public IReadOnlyList<ConstraintValue> Constraints { get; init; } = [];

    /// <summary>Gets why the trial failed.</summary>
    public FailureKind Failure { get; init; }

    /// <summary>Gets what went wrong, for people, or null.</summary>
    public string? Message { get; init; }

    /// <summary>Gets where in the user's source it went wrong, or null.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Gets the named figures.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = NoMetrics;

    /// <summary>Gets the named texts.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = NoAttributes;

    /// <summary>Gets the intermediate values in the order of their steps.</summary>
    public IReadOnlyList<TrialReport> Reports { get; init; } = [];

    /// <summary>Gets what the trial used, or null when nothing was measured.</summary>
    public ResourceUsage? Usage { get; init; }

    /// <summary>Gets the path of the log relative to the study folder, or null.</summary>
    public string? Log { get; init; }

    internal static IReadOnlyDictionary<string, double> NoMetrics { get; } = new Dictionary<string, double>(StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, string> NoAttributes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Makes the outcome of a finished evaluation; a NaN or infinite value is a failure.</summary>
    /// <param name="value">The value of the objective in its own direction.</param>
    public static TrialOutcome Of(double value) => double.IsFinite(value)
        ? new TrialOutcome { State = TrialState.Complete, Value = value }
        : Fail(
            FailureKind.NotFinite,
            FormattableString.Invariant(
                $"The objective returned {value}; a value must be a finite number. Return a large finite value or throw for points that cannot be evaluated."));

    /// <summary>Makes the outcome of a finished evaluation with several objectives; a NaN or infinite value is a failure.</summary>
    /// <param name="values">The values of the objectives in the order of the study, each in its own direction.</param>
    public static TrialOutcome Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int wrong = 0;
        while (wrong < values.Count && double.IsFinite(values[wrong]))
        {
            wrong++;
        }

        return values.Count == 0 ? Fail(FailureKind.BadResult, "The objective returned no values; return one for each objective of the study.")
            : wrong < values.Count ? Fail(
                FailureKind.NotFinite,
                FormattableString.Invariant($"The objective returned {values[wrong]} as value {wrong + 1} of {values.Count}; a value must be a finite number. ")
                + "Return a large finite value or throw for points that cannot be evaluated.")
            : new TrialOutcome { State = TrialState.Complete, Value = values[0], Values = values.Count == 1 ? null : [.. values] };
    }

    /// <summary>Makes the outcome of a failed evaluation.</summary>
    /// <param name="kind">Why it failed.</param>
    /// <param name="message">What went wrong, for people.</param>
    public static TrialOutcome Fail(FailureKind kind, string message) =>
        new() { State = TrialState.Failed, Failure = kind, Message = message };
}
