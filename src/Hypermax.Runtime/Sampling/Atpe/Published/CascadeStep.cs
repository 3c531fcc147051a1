namespace Hypermax.Sampling.Atpe.Published;

/// <summary>One setting that the published models predict: a mode with its values, or a number with its bounds.</summary>
/// <param name="Name">The name in the files.</param>
/// <param name="Values">The values of a mode in the order of the model's classes; empty for a number.</param>
/// <param name="Low">The smallest number.</param>
/// <param name="High">The largest number.</param>
internal sealed record CascadeStep(string Name, string[] Values, double Low, double High)
{
    /// <summary>What later models see of a number that does not apply under the chosen modes.</summary>
    public const double NotApplied = -3;

    /// <summary>Gets whether one of several values is chosen.</summary>
    public bool IsMode => Values.Length > 0;

    /// <summary>Gets the settings in the order in which they are predicted: each model also sees what the earlier ones gave.</summary>
    public static IReadOnlyList<CascadeStep> All { get; } =
    [
        Mode("resultFilteringMode", "age", "loss_rank", "none", "random"),
        Mode("secondaryProbabilityMode", "correlation", "fixed"),
        Mode("secondaryLockingMode", "random", "top"),
        Number("resultFilteringAgeMultiplier", 1, 4),
        Number("resultFilteringLossRankMultiplier", 1, 4),
        Number("resultFilteringRandomProbability", 0.7, 0.9),
        Number("secondaryTopLockingPercentile", 0, 10),
        Number("secondaryCorrelationExponent", 1, 3),
        Number("secondaryCorrelationMultiplier", 0.2, 1.8),
        Number("secondaryFixedProbability", 0.2, 0.8),
        Number("secondaryCutoff", -1, 1),
        Number("gamma", 0.2, 2),
        Number("nEICandidates", 2, 48),
    ];

    /// <summary>Gets the names under which later models see the setting.</summary>
    public IEnumerable<string> Inputs => IsMode ? Values.Select(value => $"{Name}_{value}") : [Name];

    private static CascadeStep Mode(string name, params string[] values) => new(name, values, 0, 0);

    private static CascadeStep Number(string name, double low, double high) => new(name, [], low, high);
}
