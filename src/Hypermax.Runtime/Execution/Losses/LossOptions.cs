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

    /// <summary>Reads a loss as a sum of weighted metrics, asymptotes and penalties, such as <c>value - 0.5*accuracy + asymptote(latency, 20,
    /// 100) + penalty(time, 5, 10, 0.1)</c>.</summary>
    /// <remarks>Penalties are <c>penalty(time|cpu|memory, TARGET, MAXIMUM, PENALTY)</c>, in seconds and mebibytes. Names that are not letters, digits, dots
    /// and underscores stand between apostrophes.</remarks>
    /// <param name="text">The loss.</param>
    /// <exception cref="FormatException">The text cannot be understood.</exception>
    /// <exception cref="ArgumentException">The numbers of an asymptote or a penalty contradict each other.</exception>
    public static LossOptions Parse(string text) => LossText.Parse(text);
}
