namespace Hypermax.Charts;

/// <summary>A line for each row across parallel vertical axes, one an entry; rows are drawn in their order, the most important last.</summary>
internal sealed record ParallelLayer : Layer
{
    /// <inheritdoc/>
    public override string Kind => "parallel";

    /// <summary>Gets the axes from left to right.</summary>
    public required IReadOnlyList<ParallelAxis> Axes { get; init; }

    /// <summary>Gets the column that <see cref="ChartSpec.Colors"/> turns into colours.</summary>
    public required string Color { get; init; }

    /// <summary>Gets the column of the trial numbers that the lines stand for, or null.</summary>
    public string? Trial { get; init; }
}
