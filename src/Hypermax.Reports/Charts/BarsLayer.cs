namespace Hypermax.Charts;

/// <summary>A bar for each row from 0 to its value, with whiskers where the spread is known.</summary>
internal sealed record BarsLayer : Layer
{
    /// <inheritdoc/>
    public override string Kind => "bars";

    /// <summary>Gets the column of the places of the bars, usually on a category axis.</summary>
    public required string Place { get; init; }

    /// <summary>Gets the column of the lengths.</summary>
    public required string Value { get; init; }

    /// <summary>Gets the column of the lower ends of the whiskers, or null for none.</summary>
    public string? Low { get; init; }

    /// <summary>Gets the column of the upper ends of the whiskers, or null for none.</summary>
    public string? High { get; init; }

    /// <summary>Gets the column of texts at the ends of the bars, or null for none.</summary>
    public string? Text { get; init; }

    /// <summary>Gets whether bars run to the right, their places on the vertical axis.</summary>
    public bool IsHorizontal { get; init; }

    /// <summary>Gets the part of a category, or of one unit of the axis, that a bar fills.</summary>
    public double Thickness { get; init; } = 0.7;

    /// <summary>Gets where the bar stands within its place, in units of the axis: for bars side by side.</summary>
    public double Offset { get; init; }
}
