namespace Hypermax.Charts;

/// <summary>A straight line across the whole plot at one value.</summary>
internal sealed record RuleLayer : Layer
{
    /// <inheritdoc/>
    public override string Kind => "rule";

    /// <summary>Gets the value on its axis.</summary>
    public required double Value { get; init; }

    /// <summary>Gets whether the line is vertical, at a value of the horizontal axis.</summary>
    public bool IsVertical { get; init; }
}
