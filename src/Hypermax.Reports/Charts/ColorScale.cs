namespace Hypermax.Charts;

/// <summary>How numbers become colours: linearly between stops, or one role for each label.</summary>
internal sealed record ColorScale
{
    /// <summary>Gets the title of the colour bar or legend.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the stops in rising order of value, at least one; empty when <see cref="Roles"/> decide.</summary>
    public IReadOnlyList<ColorStop> Stops { get; init; } = [];

    /// <summary>Gets the label and role for each index of a column of labels; empty when <see cref="Stops"/> decide.</summary>
    public IReadOnlyList<ColorLabel> Roles { get; init; } = [];

    /// <summary>Gets whether the colour bar has a log scale; the colours between stops are linear in the logarithm then.</summary>
    public bool IsLog { get; init; }

    /// <summary>Gets the smallest value of the colour bar.</summary>
    public double Min => Stops.Count == 0 ? double.NaN : Stops[0].Value;

    /// <summary>Gets the largest value of the colour bar.</summary>
    public double Max => Stops.Count == 0 ? double.NaN : Stops[^1].Value;
}
