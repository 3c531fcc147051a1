namespace Hypermax.Charts;

/// <summary>Lines through the rows in their order; an empty cell breaks the line.</summary>
internal sealed record LineLayer : Layer
{
    /// <inheritdoc/>
    public override string Kind => "line";

    /// <summary>Gets the column of the horizontal places.</summary>
    public required string X { get; init; }

    /// <summary>Gets the column of the vertical places.</summary>
    public required string Y { get; init; }

    /// <summary>Gets the column whose change of value begins a new line, or null for one line.</summary>
    public string? Series { get; init; }

    /// <summary>Gets the column that <see cref="ChartSpec.Colors"/> turns into the colour of each line, read at its first row, or null.</summary>
    public string? Color { get; init; }

    /// <summary>Gets the column of the trial numbers that the lines stand for, or null.</summary>
    public string? Trial { get; init; }

    /// <summary>Gets whether the line keeps its height until the next row and then jumps.</summary>
    public bool IsStep { get; init; }

    /// <summary>Gets whether the line is dashed.</summary>
    public bool IsDashed { get; init; }

    /// <summary>Gets the width in CSS pixels.</summary>
    public double Width { get; init; } = 2;
}
