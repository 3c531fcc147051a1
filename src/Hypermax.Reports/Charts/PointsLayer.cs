namespace Hypermax.Charts;

/// <summary>A dot for each row.</summary>
internal sealed record PointsLayer : Layer
{
    /// <inheritdoc/>
    public override string Kind => "points";

    /// <summary>Gets the column of the horizontal places.</summary>
    public required string X { get; init; }

    /// <summary>Gets the column of the values behind the horizontal places, where dots are spread so that all can be seen, or null.</summary>
    public string? XValue { get; init; }

    /// <summary>Gets the column of the vertical places.</summary>
    public required string Y { get; init; }

    /// <summary>Gets the column that <see cref="ChartSpec.Colors"/> turns into colours, or null.</summary>
    public string? Color { get; init; }

    /// <summary>Gets the column of the radii in CSS pixels, or null for <see cref="Radius"/>.</summary>
    public string? Size { get; init; }

    /// <summary>Gets the radius in CSS pixels where no column gives it.</summary>
    public double Radius { get; init; } = 2.5;

    /// <summary>Gets the column of the trial numbers that the dots stand for, or null.</summary>
    public string? Trial { get; init; }

    /// <summary>Gets whether the dots are crosses, as for failed trials.</summary>
    public bool IsCross { get; init; }
}
