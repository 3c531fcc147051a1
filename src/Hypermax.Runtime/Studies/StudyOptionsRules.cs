using Hypermax.Execution.Limits;
using Hypermax.Execution.Losses;
using Hypermax.Execution.Prechecks;
using Hypermax.Pruning;
using Hypermax.Sampling;
using Hypermax.Settings;
using Hypermax.Storage;
using Hypermax.Studies.Budgeting;
using Hypermax.Studies.Staging;

namespace Hypermax.Studies;

/// <summary>What must hold of the options of a study; all violations are told at once.</summary>
internal static class StudyOptionsRules
{
    public static void Check(StudyOptions options, SearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(options);
        Violations found = new();
        found.Require(options.Trials > 0, nameof(options.Trials), options.Trials, "must be above 0", "Ask for at least one trial.");
        found.Require(options.Workers > 0, nameof(options.Workers), options.Workers, "must be above 0", "Use 1 for one trial at a time.");
        found.Require(options.Lag is null or > 0, nameof(options.Lag), options.Lag, "must be above 0", "Leave it out to use the number of workers.");
        found.Require(options.OrphanRetries >= 0, nameof(options.OrphanRetries), options.OrphanRetries, "must be 0 or above", "Use 0 to run none again.");
        found.Require(!(options.Timeout <= TimeSpan.Zero), nameof(options.Timeout), options.Timeout, "must be above 0", "Leave it out for no limit.");
        found.Require(options.Patience is null or > 0, nameof(options.Patience), options.Patience, "must be above 0", "Leave it out to never stop early.");
        found.Require(double.IsFinite(options.Target ?? 0), nameof(options.Target), options.Target, "must be a finite number", "Leave it out for no target.");
        ObjectivesRules.Check(options, found);
        found.Require(options.Retry.Times >= 0, "Retry.Times", options.Retry.Times, "must be 0 or above", "Use 0 to run nothing again.");
        string? fingerprint = options.ObjectiveFingerprint;
        bool isShort = fingerprint is null or { Length: > 0 and <= 200 };
        found.Require(isShort, nameof(options.ObjectiveFingerprint), fingerprint, "must have 1 to 200 characters", "Give a hash, or leave it out.");
        CheckStore(options, found);
        StageRules.Check(options.Stages, found.In(option => $"{nameof(options.Stages)}.{option}"));
        if (options.Precheck is { } precheck)
        {
            LimitRules.Check(precheck.Limits, found.In(limit => $"{nameof(options.Precheck)}.{limit}"));
            Try(found, $"{nameof(options.Precheck)}.{nameof(precheck.Values)}", () => _ = new PrecheckValues(space, precheck.Values));
        }

        options.Repeats?.Check(found.In(option => $"{nameof(options.Repeats)}.{option}"));
        found.Require(
            options.Race is null || options.Directions.Count == 1,
            nameof(options.Race),
            value: null,
            "needs one objective",
            "Leave it out: the points of a front are not ranked by one mean.");
        options.Race?.Check(found.In(option => $"{nameof(options.Race)}.{option}"));
        if (options.Pruner is { } pruner)
        {
            Pruners.Check(pruner, found.In(option => $"{nameof(options.Pruner)}.{option}"));
        }

        BudgetRules.Check(options, space, found);
        Try(found, nameof(options.Loss), () => _ = options.Loss is { } loss ? new LossFunction(loss) : null);
        if (options is { Sampler: null, Method: { } method })
        {
            IReadOnlyDictionary<string, string> given = options.MethodOptions ?? new Dictionary<string, string>(StringComparer.Ordinal);
            Violations ofMethod = found.In(option => $"{nameof(options.MethodOptions)}.{option}");
            Try(found, nameof(options.Method), () => Samplers.Create(method, given, ofMethod));
        }

        found.ThrowIfAny("the study");
    }

    private static void CheckStore(StudyOptions options, Violations found)
    {
        if (options.StoreAddress is not { } address)
        {
            return;
        }

        found.Require(options.Store is null, nameof(options.StoreAddress), value: null, "stands beside a Store, and a study has one", "Leave one of them out.");
        if (StudyStores.Refusal(address) is { } refusal)
        {
            found.Add(new Violation($"'{found.Name(nameof(options.StoreAddress))}'", "must name a store", StoreText.Mask(address), refusal));
        }

        found.Require(
            options.SpaceChange == default,
            nameof(options.SpaceChange),
            value: null,
            "changes trials that others use, so it is not for a study of a store",
            "Leave it out, and begin another study under another name.");
    }

    private static void Try(Violations found, string option, Action make)
    {
        try
        {
            make();
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            found.Add(new Violation($"'{option}'", "cannot be used", Value: null, error.Message));
        }
    }
}
