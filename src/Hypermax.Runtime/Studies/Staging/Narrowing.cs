namespace Hypermax;

/// <summary>How a stage narrows the ranges of parameters to where earlier trials were good.</summary>
/// <remarks>
/// Of the best trials, each parameter keeps the values between two quantiles, measured on its own scale, and a margin on either side; grids widen to
/// the next value. The values of the best trial of all are always kept. A choice is kept whose share of the best trials is at least
/// <see cref="ChoiceShare"/> of what chance would give it. A parameter that fewer than two of the best trials have keeps its whole range.
/// </remarks>
public sealed record Narrowing
{
    /// <summary>Gets which part of the earlier complete trials counts as good. By default 0.2, and five trials at least.</summary>
    /// <value>Above 0, at most 1.</value>
    public double Top { get; init; } = 0.2;

    /// <summary>Gets the part of the best trials that may lie below the range. By default 0.05.</summary>
    /// <value>0 or above, below <see cref="HighQuantile"/>.</value>
    public double LowQuantile { get; init; } = 0.05;

    /// <summary>Gets the part of the best trials that does not lie above the range. By default 0.95.</summary>
    /// <value>Above <see cref="LowQuantile"/>, at most 1.</value>
    public double HighQuantile { get; init; } = 0.95;

    /// <summary>Gets how much is added on either side, as a part of what lies between the quantiles. By default 0.1.</summary>
    /// <value>0 or above.</value>
    public double Margin { get; init; } = 0.1;

    /// <summary>Gets which part of its fair share of the best trials a choice needs to be kept. By default a quarter.</summary>
    /// <value>From 0, which keeps all, to 1.</value>
    public double ChoiceShare { get; init; } = 0.25;

    /// <summary>Gets the name of the stage whose trials are looked at. By default null: all earlier trials.</summary>
    public string? Of { get; init; }
}
