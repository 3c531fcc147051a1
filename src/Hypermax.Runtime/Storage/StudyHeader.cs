namespace Hypermax.Storage;

/// <summary>What a study is: written once, when it begins, and compared when it is opened again.</summary>
public sealed record StudyHeader
{
    /// <summary>The newest version of the journal format that this library writes.</summary>
    /// <remarks>A study is written in the oldest version that has what it needs: 2 with one objective, no declared constraint and no budgets, else 3.</remarks>
    public const int CurrentFormat = 3;

    private const int PlainFormat = 2;

    /// <summary>Gets the version of the format the study was written in.</summary>
    public int Format { get; init; } = PlainFormat;

    /// <summary>Gets the name of the study.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the space that points are drawn from.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Gets which values are better, one direction an objective.</summary>
    public IReadOnlyList<Direction> Directions { get; init; } = [Direction.Minimize];

    /// <summary>Gets what the objectives are called, in the order of <see cref="Directions"/>; empty where nobody said.</summary>
    public IReadOnlyList<string> ObjectiveNames { get; init; } = [];

    /// <summary>Gets the constraints that every complete trial has a value for; by default none.</summary>
    public IReadOnlyList<OutcomeConstraint> Constraints { get; init; } = [];

    /// <summary>Gets what the search makes small or large in one written form, such as <c>value - 0.5*accuracy</c>;
    /// null for the value of the objective itself.</summary>
    public string? Loss { get; init; }

    /// <summary>Gets the seed that every random draw comes from.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets the method of search: the one the study began with, or the last one it was deliberately continued with.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the options of the method that differ from its own, as <c>name=value</c> with blanks between, such as <c>levels=5</c>.</summary>
    /// <value>Empty where there are none; null where that is not known: in a journal of an older version, or for a sampler that does not say.</value>
    public string? MethodOptions { get; init; }

    /// <summary>Gets the budgets at which trials may run; null where all are whole.</summary>
    public Fidelity? Fidelity { get; init; }

    /// <summary>Gets the name of the schedule that gives budgets to trials; null where there are none.</summary>
    public string? Schedule { get; init; }

    /// <summary>Gets the options of the schedule that differ from its own, as <c>name=value</c> with blanks between, such as <c>brackets=2</c>.</summary>
    /// <value>Null where there are none.</value>
    public string? ScheduleOptions { get; init; }

    /// <summary>Gets the lag L of a search that repeats: trial n is proposed from the outcomes of trials 0 … n − L; null for arrival order.</summary>
    /// <value>Above 0, or null; the default is 1.</value>
    public int? Lag { get; init; } = 1;

    /// <summary>Gets what the proposal of a trial may depend on.</summary>
    public ProposalOrder Order => Lag is null ? ProposalOrder.Arrival : ProposalOrder.Repeatable;

    /// <summary>Gets whether the space was read from a <c>search.json</c>, so that advice about it speaks of the keys there.</summary>
    internal bool IsOfSearchJson => Space.IsOfSearchJson;

    /// <summary>Gets the oldest format that has what the study needs.</summary>
    internal int FormatNeeded => Directions.Count > 1 || Constraints.Count > 0 || Fidelity is not null ? CurrentFormat : PlainFormat;

    /// <summary>Gets what an objective is called.</summary>
    /// <param name="objective">The number of the objective, from 0.</param>
    /// <returns>Its name; <c>objective 1</c> and so on where nobody said.</returns>
    public string ObjectiveName(int objective) => objective < ObjectiveNames.Count ? ObjectiveNames[objective]
        : Directions.Count == 1 ? Directions[0].FigureName()
        : FormattableString.Invariant($"objective {objective + 1}");

    /// <summary>Gets the version of the library that began the study.</summary>
    public required string Version { get; init; }

    /// <summary>Gets when the study began.</summary>
    public required DateTimeOffset Created { get; init; }
}
