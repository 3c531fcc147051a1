namespace Hypermax.Sampling.Evolution;

/// <summary>Settings of regularised evolution.</summary>
/// <remarks>Immutable.</remarks>
public sealed record EvolutionOptions
{
    /// <summary>Gets the number of youngest usable trials that parents are chosen from; also the number of trials spread evenly first.</summary>
    /// <value>At least 2; the default is 20.</value>
    public int Population { get; init; } = 20;

    /// <summary>Gets how many members of the population are drawn to choose the best of them as a parent.</summary>
    /// <value>From 1 to <see cref="Population"/>; the default is 10.</value>
    public int Tournament { get; init; } = 10;

    /// <summary>Gets how likely a child has two parents.</summary>
    /// <value>From 0 to 1; the default is 0.9.</value>
    public double CrossoverRate { get; init; } = 0.9;

    /// <summary>Gets the widest typical step of a mutation as a part of a parameter's range; the narrowest is a hundredth of it.</summary>
    /// <value>Above 0, up to 1; the default is 0.3.</value>
    public double StepSize { get; init; } = 0.3;

    /// <summary>Throws when a setting is out of its range.</summary>
    /// <exception cref="ArgumentException">Settings are out of range; the message names all of them.</exception>
    internal void Validate() => EvolutionLedger.Options.Require(this, EvolutionLedger.CheckTogether);
}
