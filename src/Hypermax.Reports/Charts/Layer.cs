namespace Hypermax.Charts;

/// <summary>One kind of mark drawn from one table of a chart. A mark with an empty coordinate is not drawn.</summary>
internal abstract record Layer
{
    /// <summary>Gets the name of the kind in files.</summary>
    public abstract string Kind { get; }

    /// <summary>Gets the name of the table among the parts of the chart; empty for the main table.</summary>
    public string Table { get; init; } = string.Empty;

    /// <summary>Gets the entry in the legend, or null for none.</summary>
    public string? Label { get; init; }

    /// <summary>Gets the colour where no colour column decides.</summary>
    public ColorRole Role { get; init; }

    /// <summary>Gets the opacity from 0 to 1.</summary>
    public double Opacity { get; init; } = 1;
}
