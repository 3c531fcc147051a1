namespace Hypermax.Charts;

/// <summary>An area between a lower and an upper line, such as a range of noise.</summary>
internal sealed record BandLayer : Layer
{
    /// <inheritdoc/>
    public override string Kind => "band";

    /// <summary>Gets the column of the horizontal places.</summary>
    public required string X { get; init; }

    /// <summary>Gets the column of the lower edge.</summary>
    public required string Low { get; init; }

    /// <summary>Gets the column of the upper edge.</summary>
    public required string High { get; init; }
}
