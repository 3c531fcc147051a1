namespace Hypermax.Import;

/// <summary>How a table becomes a study.</summary>
public sealed record ImportOptions
{
    /// <summary>Gets the name of the study.</summary>
    public string Name { get; init; } = "imported";

    /// <summary>Gets the column with the value of the objective.</summary>
    public string Loss { get; init; } = "loss";

    /// <summary>Gets which values are better.</summary>
    public Direction Direction { get; init; } = Direction.Minimize;

    /// <summary>Gets how decimals are written; told from the table by default.</summary>
    public DecimalMark Decimal { get; init; }

    /// <summary>Gets the clock that says when the study began.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
