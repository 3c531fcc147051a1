using Hypermax.Settings;

namespace Hypermax.Pruning.Options;

/// <summary>The options of the pruners.</summary>
internal static class PrunerLedgers
{
    private const string Startup = "how many trials must be complete before one is stopped";
    private const string Warmup = "the step before which no trial is stopped";
    private const string Interval = "how many steps lie between two looks at a trial";
    private const string Least = "how many complete trials must have reported at the step";
    private const string Factor = "by what factor the steps of one rung exceed those of the one below, and of how many trials there one goes on";
    private const string Filled = "how many trials must have reached a rung before any goes beyond it";

    public static OptionLedger<MedianPruner> Median { get; } = new(
        "the pruner 'median'",
        new Option<MedianPruner, int>("StartupTrials", Rules.Whole(0), o => o.StartupTrials, (o, v) => o with { StartupTrials = v }, Startup),
        new Option<MedianPruner, int>("WarmupSteps", Rules.Whole(0), o => o.WarmupSteps, (o, v) => o with { WarmupSteps = v }, Warmup),
        new Option<MedianPruner, int>("IntervalSteps", Rules.Whole(1), o => o.IntervalSteps, (o, v) => o with { IntervalSteps = v }, Interval),
        new Option<MedianPruner, int>("MinTrials", Rules.Whole(1), o => o.MinTrials, (o, v) => o with { MinTrials = v }, Least));

    public static OptionLedger<PercentilePruner> Percentile { get; } = new(
        "the pruner 'percentile'",
        new Option<PercentilePruner, double>(
            "Percentile", Rules.Between(0, 100), o => o.Percentile, (o, v) => o with { Percentile = v }, "how many percent of the trials may go on"),
        new Option<PercentilePruner, int>("StartupTrials", Rules.Whole(0), o => o.StartupTrials, (o, v) => o with { StartupTrials = v }, Startup),
        new Option<PercentilePruner, int>("WarmupSteps", Rules.Whole(0), o => o.WarmupSteps, (o, v) => o with { WarmupSteps = v }, Warmup),
        new Option<PercentilePruner, int>("IntervalSteps", Rules.Whole(1), o => o.IntervalSteps, (o, v) => o with { IntervalSteps = v }, Interval),
        new Option<PercentilePruner, int>("MinTrials", Rules.Whole(1), o => o.MinTrials, (o, v) => o with { MinTrials = v }, Least));

    public static OptionLedger<AshaPruner> Asha { get; } = new(
        "the pruner 'asha'",
        new Option<AshaPruner, int>("MinResource", Rules.Whole(1), o => o.MinResource, (o, v) => o with { MinResource = v }, "the step of the lowest rung")
        {
            Unset = "a hundredth of the steps of the first complete trial",
        },
        new Option<AshaPruner, int>("Reduction", Rules.Whole(2), o => o.Reduction, (o, v) => o with { Reduction = v }, Factor),
        new Option<AshaPruner, int>(
            "SkippedRungs", Rules.Whole(0, 64), o => o.SkippedRungs, (o, v) => o with { SkippedRungs = v }, "how many of the lowest rungs are left out"),
        new Option<AshaPruner, int>("Bootstrap", Rules.Whole(0), o => o.Bootstrap, (o, v) => o with { Bootstrap = v }, Filled));

    public static OptionLedger<HyperbandPruner> Hyperband { get; } = new(
        "the pruner 'hyperband'",
        new Option<HyperbandPruner, int>(
            "MinResource", Rules.Whole(1), o => o.MinResource, (o, v) => o with { MinResource = v }, "the step of the lowest rung of all"),
        new Option<HyperbandPruner, int>(
            "MaxResource", Rules.Whole(2), o => o.MaxResource, (o, v) => o with { MaxResource = v }, "the step at which a trial is complete")
        {
            Unset = "that of the first complete trial",
        },
        new Option<HyperbandPruner, int>("Reduction", Rules.Whole(2), o => o.Reduction, (o, v) => o with { Reduction = v }, Factor),
        new Option<HyperbandPruner, int>("Bootstrap", Rules.Whole(0), o => o.Bootstrap, (o, v) => o with { Bootstrap = v }, Filled));

    public static OptionLedger<ThresholdPruner> Threshold { get; } = new(
        "the pruner 'threshold'",
        new Option<ThresholdPruner, double>(
            "Lower", Rules.Number, o => o.Lower, (o, v) => o with { Lower = v }, "the value below which a trial is stopped") { Unset = "none" },
        new Option<ThresholdPruner, double>(
            "Upper", Rules.Number, o => o.Upper, (o, v) => o with { Upper = v }, "the value above which a trial is stopped") { Unset = "none" },
        new Option<ThresholdPruner, int>("WarmupSteps", Rules.Whole(0), o => o.WarmupSteps, (o, v) => o with { WarmupSteps = v }, Warmup),
        new Option<ThresholdPruner, int>("IntervalSteps", Rules.Whole(1), o => o.IntervalSteps, (o, v) => o with { IntervalSteps = v }, Interval));

    public static OptionLedger<CooldownPruner> Cooldown { get; } = new(
        "the pruner 'cooldown'",
        new Option<CooldownPruner, int>(
            "Patience",
            Rules.Whole(1),
            o => o.Patience,
            (o, v) => o with { Patience = v },
            "after how many reports in a row without improvement a trial is stopped"),
        new Option<CooldownPruner, double>(
            "MinDelta", Rules.AtLeast(0), o => o.MinDelta, (o, v) => o with { MinDelta = v }, "by how much a report must be better to be an improvement"));

    public static OptionLedger<PatientPruner> Patient { get; } = new(
        "the pruner 'patient'",
        new InnerPruner(),
        new InnerOptions(),
        new Option<PatientPruner, int>(
            "Patience",
            Rules.Whole(0),
            o => o.Patience,
            (o, v) => o with { Patience = v },
            "for how many reports, beside the newest, a trial may go without improvement"),
        new Option<PatientPruner, double>(
            "MinDelta", Rules.AtLeast(0), o => o.MinDelta, (o, v) => o with { MinDelta = v }, "by how much the newer reports must be worse than older ones"));

    public static OptionLedger<ForecastPruner> Forecast { get; } = new(
        "the pruner 'forecast'",
        new Option<ForecastPruner, double>(
            "Threshold",
            Rules.Between(0, 1),
            o => o.Threshold,
            (o, v) => o with { Threshold = v },
            "below what part of a fresh trial's chance, for the steps that are left, a trial is stopped"),
        new Option<ForecastPruner, int>("MinTrials", Rules.Whole(3), o => o.MinTrials, (o, v) => o with { MinTrials = v }, Least),
        new Option<ForecastPruner, double>(
            "MinShare",
            Rules.Between(0, 1),
            o => o.MinShare,
            (o, v) => o with { MinShare = v },
            "what share of the trials so far must be complete before another one is stopped"));

    public static OptionLedger<WilcoxonPruner> Wilcoxon { get; } = new(
        "the pruner 'wilcoxon'",
        new Option<WilcoxonPruner, double>(
            "Threshold", Rules.Between(0, 1), o => o.Threshold, (o, v) => o with { Threshold = v }, "the p value below which a trial is stopped"),
        new Option<WilcoxonPruner, int>(
            "StartupSteps",
            Rules.Whole(0),
            o => o.StartupSteps,
            (o, v) => o with { StartupSteps = v },
            "how many instances are reported before the first look"));

    public static void CheckTogether(HyperbandPruner pruner, Violations violations) => violations.Require(
        pruner.MaxResource is not { } most || most > pruner.MinResource,
        nameof(pruner.MaxResource),
        pruner.MaxResource,
        FormattableString.Invariant($"must be above MinResource, {pruner.MinResource}"));

    public static void CheckTogether(ThresholdPruner pruner, Violations violations)
    {
        violations.Require(
            pruner.Lower is not null || pruner.Upper is not null,
            nameof(pruner.Lower),
            value: null,
            "is missing, and so is Upper; without both nothing is ever stopped",
            "Give one of them or both, such as upper=10.");
        violations.Require(
            !(pruner.Lower > pruner.Upper), nameof(pruner.Lower), pruner.Lower, FormattableString.Invariant($"must not exceed Upper, {pruner.Upper}"));
    }
}
