namespace Hypermax.Sampling.Atpe.Locking;

/// <summary>Which parameters are locked to a value for one proposal, how likely, and to which.</summary>
internal sealed record LockRule
{
    /// <summary>Gets the rule by which nothing is locked.</summary>
    public static LockRule Nothing { get; } = new();

    /// <summary>Gets the share of the dependence that is secondary: from 0 (nothing) to 1 (all but the strongest parameter),
    /// or below 0 the same from the other end.</summary>
    public double Cutoff { get; init; }

    /// <summary>Gets the power that stretches the differences between correlations.</summary>
    public double Exponent { get; init; } = 1;

    /// <summary>Gets the probability with which each secondary parameter is locked, or null when it follows from the parameter's own weight.</summary>
    public double? Probability { get; init; } = 0.5;

    /// <summary>Gets the factor that turns a weight into a probability, where <see cref="Probability"/> is null.</summary>
    public double Multiplier { get; init; } = 1;

    /// <summary>Gets the percentage of best trials whose values are taken, where 0 is the best one alone; null when values are drawn from the laws.</summary>
    public double? TopPercent { get; init; } = 0;

    /// <summary>Gets whether all values are taken from one trial instead of each from one of its own.</summary>
    public bool IsCoherent { get; init; }
}
