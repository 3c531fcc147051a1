namespace Hypermax.Sampling.CmaEs;

/// <summary>The settings of <see cref="CmaEsSampler"/>.</summary>
public sealed record CmaEsOptions
{
    /// <summary>Gets the number of trials of a generation, or null for 4 + ⌊3·ln N⌋ with N numeric parameters.</summary>
    public int? Population { get; init; }

    /// <summary>Gets the standard deviation at the start, as a share of the range of each parameter; above 0, at most 1, 0.2 by default.</summary>
    public double Spread { get; init; } = 0.2;

    internal void Validate()
    {
        if (Population is < 4)
        {
            throw new ArgumentException(FormattableString.Invariant($"{nameof(CmaEsOptions)}.{nameof(Population)} is {Population}; it must be 4 or above. Leave it out for a number that follows the space."));
        }

        if (!(Spread > 0 && Spread <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"{nameof(CmaEsOptions)}.{nameof(Spread)} is {Spread}; it must be above 0 and at most 1, a share of the range of each parameter."));
        }
    }
}
