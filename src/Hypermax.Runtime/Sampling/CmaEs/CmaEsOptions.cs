namespace Hypermax.Sampling.CmaEs;

/// <summary>The settings of <see cref="CmaEsSampler"/>.</summary>
public sealed record CmaEsOptions
{
    /// <summary>Gets the number of trials of a generation, or null for 4 + ⌊3·ln N⌋ with N numeric parameters.</summary>
    public int? Population { get; init; }

    /// <summary>Gets the standard deviation at the start, as a share of the range of each parameter; above 0, at most 1, 0.2 by default.</summary>
    public double Spread { get; init; } = 0.2;

    internal void Validate() => CmaEsLedger.Options.Require(this);
}
