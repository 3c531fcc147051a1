namespace Hypermax.Storage;

/// <summary>What a study is: written once, when it begins, and compared when it is opened again.</summary>
public sealed record StudyHeader
{
    /// <summary>The version of the journal format that this library writes.</summary>
    public const int CurrentFormat = 2;

    /// <summary>Gets the version of the format the study was written in.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Gets the name of the study.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the space that points are drawn from.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Gets which values are better, one direction an objective.</summary>
    public IReadOnlyList<Direction> Directions { get; init; } = [Direction.Minimize];

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

    /// <summary>Gets the lag L of a search that repeats: trial n is proposed from the outcomes of trials 0 … n − L; null for arrival order.</summary>
    /// <value>Above 0, or null; the default is 1.</value>
    public int? Lag { get; init; } = 1;

    /// <summary>Gets what the proposal of a trial may depend on.</summary>
    public ProposalOrder Order => Lag is null ? ProposalOrder.Arrival : ProposalOrder.Repeatable;

    /// <summary>Gets the version of the library that began the study.</summary>
    public required string Version { get; init; }

    /// <summary>Gets when the study began.</summary>
    public required DateTimeOffset Created { get; init; }
}
