namespace Hypermax.Sampling.Anneal;

/// <summary>Settings of annealing; the defaults are Hyperopt's.</summary>
/// <remarks>Immutable.</remarks>
public sealed record AnnealOptions
{
    /// <summary>Gets the mean rank, counted from 1, of the trial that a proposal starts from.</summary>
    /// <value>At least 1; the default is 2. With 1 it is always the best.</value>
    public double MeanRank { get; init; } = 2;

    /// <summary>Gets how fast the neighbourhood shrinks: its width after n trials is 1/(1 + this·n) of the range.</summary>
    /// <value>0 or above; the default is 0.1.</value>
    public double Shrinkage { get; init; } = 0.1;

    /// <summary>Throws when a setting is out of its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message names it.</exception>
    internal void Validate() => AnnealLedger.Options.Require(this);
}
