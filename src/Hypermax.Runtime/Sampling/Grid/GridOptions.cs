namespace Hypermax.Sampling.Grid;

/// <summary>Settings of a grid search.</summary>
/// <remarks>Immutable.</remarks>
public sealed record GridOptions
{
    /// <summary>Gets the number of levels of parameters by name; those not named have all their values.</summary>
    /// <value>Each at least 1. Levels are spread evenly over the parameter's law, bounds included where they are finite.</value>
    public IReadOnlyDictionary<string, int> Levels { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Gets the number of levels of every continuous parameter that <see cref="Levels"/> does not name.</summary>
    /// <value>At least 1, or null (the default): a continuous parameter without levels is an error.</value>
    public int? ContinuousLevels { get; init; }

    /// <summary>Throws when a number of levels is below 1.</summary>
    /// <exception cref="ArgumentException">A number of levels is below 1.</exception>
    internal void Validate() => GridLedger.Options.Require(this);
}
