namespace Hypermax.Execution.Losses;

/// <summary>One part of a loss: a metric of the trial, bent or not, times a weight.</summary>
/// <param name="Name">The metric; <c>"value"</c> is what the objective returned.</param>
/// <param name="Weight">What it is multiplied with; negative for a metric of which more is better. By default 1.</param>
public sealed record MetricLoss(string Name, double Weight = 1)
{
    /// <summary>The name under which the value of the objective itself is known.</summary>
    public const string ObjectiveValue = "value";

    /// <summary>Gets how the metric is bent before it is weighted. By default null: not at all.</summary>
    public AsymptoteLoss? Asymptote { get; init; }
}
