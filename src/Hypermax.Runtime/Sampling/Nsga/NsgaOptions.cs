namespace Hypermax.Sampling.Nsga;

/// <summary>Settings of NSGA-II and NSGA-III.</summary>
/// <remarks>Immutable.</remarks>
public sealed record NsgaOptions
{
    /// <summary>Gets the number of best trials that parents are chosen from; also the number of trials spread evenly first.</summary>
    /// <value>At least 2; the default is 20.</value>
    public int Population { get; init; } = 20;

    /// <summary>Gets how likely a child has two parents.</summary>
    /// <value>From 0 to 1; the default is 0.9.</value>
    public double CrossoverRate { get; init; } = 0.9;

    /// <summary>Gets the widest typical step of a mutation as a part of a parameter's range; the narrowest is a hundredth of it.</summary>
    /// <value>Above 0, up to 1; the default is 0.3.</value>
    public double StepSize { get; init; } = 0.3;
}
