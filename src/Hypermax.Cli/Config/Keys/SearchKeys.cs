using Hypermax.Settings;

namespace Hypermax.Config.Keys;

/// <summary>The keys of <c>search</c>: the method, and when the search ends.</summary>
internal static class SearchKeys
{
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["bayesian"] = "A Gaussian process is called gp here.",
        ["genetic"] = "The genetic algorithm is called evolution here.",
    };

    /// <summary>Gets the section.</summary>
    public static SectionShape Section { get; } = new(
    [
        new("method", new SettingShape(StudySettings.Method, isLenient: false) { Refusals = Elsewhere }, StudySettings.Method.Meaning, "\"atpe\"")
        {
            Setting = StudySettings.Method,
        },
        ConfigKey.Of("iterations", StudySettings.Trials, "1000"),
        ConfigKey.Of("direction", StudySettings.Direction, "\"maximize\""),
        ConfigKey.Of("seed", StudySettings.Seed, "1"),
        ConfigKey.Of("timeout", StudySettings.Timeout, "\"8h\""),
        ConfigKey.Of("target", StudySettings.Target, "0.05"),
        ConfigKey.Of("patience", StudySettings.Patience, "50"),
        ConfigKey.Of("store", StudySettings.Store, "\"postgres://tuner@db.example/tuning\""),
        ConfigKey.Of("study", StudySettings.StoreStudy, "\"forest\""),
        ConfigKey.Of("options", StudySettings.MethodOptions, "{\"candidates\": 48}"),
        new("stages", new StagesShape(), StudySettings.Stages.Meaning, "[{\"method\": \"random\", \"iterations\": 20}, {\"method\": \"tpe\"}]"),
        ConfigKey.Of("pruner", StudySettings.Pruner, "\"median\""),
        ConfigKey.Of("pruner_options", StudySettings.PrunerOptions, "{\"reduction\": 3}"),
        ConfigKey.Of("fidelity", StudySettings.Fidelity, "{\"min\": 1, \"max\": 81}"),
        ConfigKey.Of("schedule", StudySettings.Schedule, "\"abh\""),
        ConfigKey.Of("schedule_options", StudySettings.ScheduleOptions, "{\"brackets\": 2}"),
        new(BudgetSection.Smallest, PlainShape.Number, "the smallest budget where the method is a schedule, 'min' of 'fidelity'; 1 by default", "1"),
        new(BudgetSection.Whole, PlainShape.Number, "the budget of a whole trial where the method is a schedule, 'max' of 'fidelity'; 100 by default", "100"),
        new(BudgetSection.Ratio, PlainShape.Number, "the ratio of neighbouring budgets where the method is a schedule, 'eta' of 'fidelity'; 3 by default", "3"),
    ]);
}
