namespace Hypermax;

/// <summary>Everything about a parameter but its name and its distribution; all optional.</summary>
public sealed record ParameterFacts
{
    /// <summary>Gets the facts of a parameter about which nothing more is known.</summary>
    public static ParameterFacts None { get; } = new();

    /// <summary>Gets the conditions that must all hold for the parameter to exist.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Gets the declared default in vector form, or null.</summary>
    public double? Default { get; init; }

    /// <summary>Gets what the parameter means, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the unit of the values, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets the paths that the parameter had in earlier versions of the space.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Gets where the parameter was declared, or null.</summary>
    public SourcePosition? Position { get; init; }
}
