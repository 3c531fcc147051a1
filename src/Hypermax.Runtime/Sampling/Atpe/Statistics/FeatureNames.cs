namespace Hypermax.Sampling.Atpe.Statistics;

/// <summary>The 113 features by name, in the alphabetical order in which the published models take them.</summary>
internal static class FeatureNames
{
    /// <summary>The number of features of one group and kind.</summary>
    public const int Statistics = 8;

    /// <summary>The place of the cardinality: behind the first group.</summary>
    public const int CardinalityPlace = 2 * Statistics;

    public const string Cardinality = "log10_cardinality";

    private static readonly string[] Suffixes =
    [
        "best_percentile25_ratio", "best_percentile50_ratio", "best_percentile75_ratio", "kurtosis", "percentile5_percentile25_ratio", "skew", "stddev_best_ra"
            + "tio", "stddev_median_ratio",
    ];

    /// <summary>Gets the groups in alphabetical order.</summary>
    public static readonly string[] Groups = ["all", "recent_10", "recent_15%", "recent_25", "top_10%", "top_20%", "top_30%"];

    /// <summary>Gets all names.</summary>
    public static readonly string[] All =
    [
        .. OfGroup(Groups[0]), Cardinality, .. Groups.Skip(1).SelectMany(OfGroup),
    ];

    private static IEnumerable<string> OfGroup(string group) =>
        Suffixes.Select(suffix => $"{group}_correlation_{suffix}").Concat(Suffixes.Select(suffix => $"{group}_loss_{suffix}"));
}
