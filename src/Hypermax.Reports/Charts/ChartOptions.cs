namespace Hypermax.Charts;

/// <summary>Which charts of a study are made.</summary>
public sealed record ChartOptions
{
    /// <summary>Gets how many parameters, the most important, have charts of pairs; 20 by default, so at most 190 pairs.</summary>
    public int MostPairedParameters { get; init; } = 20;

    /// <summary>Gets how many parameters, the most important, have charts of their own; 100 by default.</summary>
    public int MostParameters { get; init; } = 100;

    /// <summary>Gets the share of the best trials in charts of the top; 0.1 by default.</summary>
    public double TopShare { get; init; } = 0.1;
}
