namespace Hypermax.Charts;

/// <summary>One axis of a chart.</summary>
internal sealed record Axis
{
    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets how values are laid out.</summary>
    public ScaleKind Scale { get; init; }

    /// <summary>Gets the value at the start of the axis; above 0 on a log scale, −0.5 for categories.</summary>
    public required double Min { get; init; }

    /// <summary>Gets the value at the end of the axis; above <see cref="Min"/>, number of categories − 0.5 for categories.</summary>
    /// <remarks>Marks beyond the ends are drawn at the edge, never outside the plot.</remarks>
    public required double Max { get; init; }

    /// <summary>Gets the labels of categories, or null for numbers.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Gets whether values grow downwards or to the left.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Gets whether only whole numbers mean something here, so that ticks stand on them alone.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Gets the values that ticks must stand on, such as the edges of buckets, or null to choose them.</summary>
    public IReadOnlyList<double>? TickValues { get; init; }
}
