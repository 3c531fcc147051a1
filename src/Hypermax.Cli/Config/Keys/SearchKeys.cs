using Hypermax.Settings;

namespace Hypermax.Config.Keys;

/// <summary>The keys of <c>search</c>: the method, and when the search ends.</summary>
internal static class SearchKeys
{
    private static readonly Dictionary<string, string> NotYet = new(StringComparer.Ordinal)
    {
        ["abh"] = "Adaptive Bayesian Hyperband runs trials with growing budgets, which this version cannot; atpe is the same method on full trials.",
        ["bohb"] = "BOHB runs trials with growing budgets, which this version cannot; tpe is the same method on full trials.",
        ["hyperband"] = "Hyperband runs trials with growing budgets, which this version cannot; random is the same method on full trials.",
        ["bayesian"] = "A Gaussian process is called gp here.",
        ["genetic"] = "The genetic algorithm is called evolution here.",
    };

    /// <summary>Gets the section.</summary>
    public static SectionShape Section { get; } = new(
    [
        new("method", new SettingShape(StudySettings.Method, isLenient: false) { Refusals = NotYet }, StudySettings.Method.Meaning, "\"atpe\"")
        {
            Setting = StudySettings.Method,
        },
        ConfigKey.Of("iterations", StudySettings.Trials, "1000"),
        ConfigKey.Of("direction", StudySettings.Direction, "\"maximize\""),
        ConfigKey.Of("seed", StudySettings.Seed, "1"),
        ConfigKey.Of("timeout", StudySettings.Timeout, "\"8h\""),
        ConfigKey.Of("target", StudySettings.Target, "0.05"),
        ConfigKey.Of("patience", StudySettings.Patience, "50"),
        ConfigKey.Of("options", StudySettings.MethodOptions, "{\"candidates\": 48}"),
    ])
    {
        Ignored = ((string[])["min_budget", "max_budget", "eta"]).ToDictionary(
            key => key, _ => "belongs to the method abh, which this version has not", StringComparer.Ordinal),
    };
}
