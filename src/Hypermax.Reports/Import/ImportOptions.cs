namespace Hypermax.Import;

/// <summary>How a table becomes a study.</summary>
public sealed record ImportOptions
{
    /// <summary>The column that holds the loss where nobody says otherwise.</summary>
    public const string UsualLoss = "loss";

    /// <summary>Gets the name of the study.</summary>
    public string Name { get; init; } = "imported";

    /// <summary>Gets the column with the value of the objective; as <c>"loss"</c> also a column <c>value</c>, as Optuna's tables have it.</summary>
    public string Loss { get; init; } = UsualLoss;

    /// <summary>Gets which values are better.</summary>
    public Direction Direction { get; init; } = Direction.Minimize;

    /// <summary>Gets how decimals are written; told from the table by default.</summary>
    public DecimalMark Decimal { get; init; }

    /// <summary>Gets the seconds after which Hypermax killed trials, its <c>auto_kill_max_time</c>; null when it is not known.</summary>
    /// <remarks>Hypermax gives every kill the same message; this tells those for their time from those for their memory.</remarks>
    public double? KilledAfterSeconds { get; init; }

    /// <summary>Gets the clock that says when the study began.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
