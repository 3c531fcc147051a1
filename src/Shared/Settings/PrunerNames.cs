namespace Hypermax.Settings;

/// <summary>The pruners by the names that all surfaces use.</summary>
internal static class PrunerNames
{
    /// <summary>What stands for no pruner at all.</summary>
    public const string None = "none";

    /// <summary>Gets all names; a test compares them with the registry of pruners.</summary>
    public static readonly string[] All = [None, "forecast", "median", "percentile", "asha", "hyperband", "threshold", "cooldown", "patient", "wilcoxon"];
}
