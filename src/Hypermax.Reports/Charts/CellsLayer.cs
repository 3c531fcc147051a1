namespace Hypermax.Charts;

/// <summary>A coloured rectangle for each row, or a smooth field through their middles.</summary>
/// <remarks>
/// <para>Rows stand in grid order: the lowest row of cells from left to right first.</para>
/// <para>A smooth field is the bicubic (Catmull–Rom) interpolation of the values on the grid of cells, edges repeated, the
/// result kept within the values of the four nearest cells.</para>
/// </remarks>
internal sealed record CellsLayer : Layer
{
    /// <inheritdoc/>
    public override string Kind => "cells";

    /// <summary>Gets the column of the left edges.</summary>
    public required string X1 { get; init; }

    /// <summary>Gets the column of the right edges.</summary>
    public required string X2 { get; init; }

    /// <summary>Gets the column of the lower edges.</summary>
    public required string Y1 { get; init; }

    /// <summary>Gets the column of the upper edges.</summary>
    public required string Y2 { get; init; }

    /// <summary>Gets the column that <see cref="ChartSpec.Colors"/> turns into colours.</summary>
    public required string Color { get; init; }

    /// <summary>Gets the column of texts printed in the cells, or null for none.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the number of cells in a row of the grid.</summary>
    public required int AcrossCount { get; init; }

    /// <summary>Gets whether a smooth field is drawn instead of rectangles; cells then have equal sizes on the drawn axes.</summary>
    public bool IsSmooth { get; init; }
}
