namespace Hypermax.Charts;

/// <summary>Which charts of a study are made.</summary>
public sealed record ChartOptions
{
    /// <summary>Gets the options of the charts that <c>report.html</c> shows: all of the study, one or two of each parameter,
    /// two of each pair of the four that matter most.</summary>
    /// <remarks>More would hide what matters, weigh too much on a page, and take most of the time of a report.</remarks>
    public static ChartOptions OfPage { get; } = new() { MostPairedParameters = 4, IsShort = true };

    /// <summary>Gets how many parameters, the most important, have charts of pairs; 20 by default, so at most 190 pairs.</summary>
    public int MostPairedParameters { get; init; } = 20;

    /// <summary>Gets how many parameters, the most important, have charts of their own; 100 by default.</summary>
    public int MostParameters { get; init; } = 100;

    /// <summary>Gets whether parameters and pairs have their most telling charts only:
    /// trials and failures over a parameter, surface and best squares of a pair; false by default.</summary>
    public bool IsShort { get; init; }

    /// <summary>Gets the share of the best trials in charts of the top; 0.1 by default.</summary>
    public double TopShare { get; init; } = 0.1;
}
