namespace Hypermax.Execution.Losses;

/// <summary>How the loss that samplers see is made from what a trial returned and used.</summary>
public sealed record LossOptions
{
    /// <summary>Gets the parts that are added up. By default the value of the objective alone.</summary>
    public IReadOnlyList<MetricLoss> Parts { get; init; } = [new MetricLoss(MetricLoss.ObjectiveValue)];

    /// <summary>Gets the penalty on seconds. By default none.</summary>
    /// <remarks>Charged on the metric <c>time</c> where the trial gives one, else on the measured wall time.</remarks>
    public ResourcePenalty? Time { get; init; }

    /// <summary>Gets the penalty on the peak working set, in bytes. By default none.</summary>
    public ResourcePenalty? Memory { get; init; }

    /// <summary>Gets the penalty on processor seconds. By default none.</summary>
    public ResourcePenalty? Cpu { get; init; }

    /// <summary>Gets the direction of the study: penalties make a value worse, whichever way that is. By default smaller is better.</summary>
    public Direction Direction { get; init; }
}
