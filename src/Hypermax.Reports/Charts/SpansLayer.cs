namespace Hypermax.Charts;

/// <summary>A bar for each row from a start to an end on a lane, as on a timeline.</summary>
internal sealed record SpansLayer : Layer
{
    /// <inheritdoc/>
    public override string Kind => "spans";

    /// <summary>Gets the column of the starts on the horizontal axis.</summary>
    public required string From { get; init; }

    /// <summary>Gets the column of the ends on the horizontal axis.</summary>
    public required string To { get; init; }

    /// <summary>Gets the column of the lanes on the vertical axis.</summary>
    public required string Lane { get; init; }

    /// <summary>Gets the column that <see cref="ChartSpec.Colors"/> turns into colours, or null.</summary>
    public string? Color { get; init; }

    /// <summary>Gets the column of the trial numbers that the bars stand for, or null.</summary>
    public string? Trial { get; init; }
}
