using System.Text.Json;
using Hypermax.Budgets;
using Hypermax.Execution.Losses;
using Hypermax.Execution.Prechecks;
using Hypermax.Execution.Repeats;
using Hypermax.Pruning;
using Hypermax.Sampling;
using Hypermax.Sampling.Atpe;
using Hypermax.Sampling.Guided;
using Hypermax.Studies.Budgeting;
using Hypermax.Studies.Staging;

namespace Hypermax.Settings;

/// <summary>Makes the options of a study from settings.</summary>
internal static class StudyPlan
{
    /// <summary>Makes the options; what nobody gave keeps the library's default.</summary>
    /// <param name="settings">What was given, on all surfaces.</param>
    /// <param name="space">The space that is searched.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static StudyOptions Read(SettingSet settings, SearchSpace space, Violations violations)
    {
        StudyOptions plain = new();
        IReadOnlyList<ObjectiveGoal> goals = FigurePlan.Goals(settings, violations);
        Direction direction = goals is [var first, ..] ? first.Direction : Name<Direction>(settings, StudySettings.Direction) ?? plain.Direction;
        int? trials = settings.Value(StudySettings.Trials);
        StudyOptions options = trials is int count ? plain with { Trials = count } : plain;
        Fidelity? fidelity = Fidelity(settings, space, violations);
        options = options with
        {
            Directions = goals.Count > 0 ? [.. goals.Select(goal => goal.Direction)] : [direction],
            ObjectiveNames = [.. goals.Select(goal => goal.Name)],
            Constraints = FigurePlan.Constraints(settings),
            Timeout = settings.Value(StudySettings.Timeout),
            Target = settings.Value(StudySettings.Target),
            Patience = settings.Value(StudySettings.Patience),
            StopAtNoise = settings.Value(StudySettings.StopAtNoise) ?? plain.StopAtNoise,
            Seed = settings.Value(StudySettings.Seed),
            Method = settings.Text(StudySettings.Method),
            MethodOptions = MethodOptions(settings, violations),
            AtpeModels = AtpeModels(settings, violations),
            Stages = Stages(settings, space, violations),
            Pruner = Pruner(settings, violations),
            Fidelity = fidelity,
            Schedule = settings.Text(StudySettings.Schedule),
            ScheduleOptions = ScheduleOptions(settings, fidelity, violations),
            Workers = settings.Value(StudySettings.Workers) ?? plain.Workers,
            Order = Name<ProposalOrder>(settings, StudySettings.Order),
            Lag = settings.Value(StudySettings.Lag),
            SpaceChange = Name<SpaceChangePolicy>(settings, StudySettings.SpaceChange) ?? plain.SpaceChange,
            StoreAddress = StoreSettings.Address(settings, violations),
            ObjectiveChange = Name<ObjectiveChangeAnswer>(settings, StudySettings.ObjectiveChange) ?? StoreSettings.ObjectiveChange(settings),
            MethodChange = Name<MethodChangeAnswer>(settings, StudySettings.MethodChange) ?? plain.MethodChange,
            Guidance = Try(settings, StudySettings.Guidance, violations, path => GuidanceJson.Read(space, File.ReadAllText(path))) ?? plain.Guidance,
            Retry = Retry(settings, violations),
            Loss = Loss(settings, direction, violations),
            Precheck = Precheck(settings, space, violations),
            Repeats = Repeats(settings, violations),
            Race = settings.Value(TrialSettings.RaceShare) is { } share ? new RaceOptions { Share = share } : null,
        };
        CheckBudgets(settings, options, violations);
        return options;
    }

    // Once more when the study is made, for those who set options in code; here by the names that people wrote.
    private static void CheckBudgets(SettingSet settings, StudyOptions options, Violations violations)
    {
        if (options.Fidelity is not null)
        {
            BudgetRules.CheckTogether(options, violations.In(option => settings.NameOf(option switch
            {
                nameof(options.Directions) => FigureSettings.Objectives,
                nameof(options.Stages) => StudySettings.Stages,
                _ => TrialSettings.RaceShare,
            })));
        }
    }

    /// <summary>Makes the loss of an objective, or null for its own value.</summary>
    public static LossOptions? Loss(SettingSet settings, Direction direction, Violations violations) =>
        Try(settings, TrialSettings.Loss, violations, text => LossOptions.Parse(text) with { Direction = direction });

    // Which method a study has that goes on is known when it is opened; models that are asked for are looked at before.
    private static string? AtpeModels(SettingSet settings, Violations violations)
    {
        if (settings.Text(StudySettings.Method) == "atpe")
        {
            Try(settings, StudySettings.AtpeModels, violations, folder => new AtpeSampler(new AtpeOptions { ModelFolder = folder }));
        }

        return settings.Text(StudySettings.AtpeModels);
    }

    private static IReadOnlyDictionary<string, string>? MethodOptions(SettingSet settings, Violations violations)
    {
        IReadOnlyDictionary<string, string> given = settings.Options(StudySettings.MethodOptions);
        if (given.Count > 0 && settings.Text(StudySettings.Method) is { } method && Samplers.Refusal(method) is null)
        {
            Samplers.Create(method, given, violations.In(option => $"{option} of {settings.NameOf(StudySettings.MethodOptions)}"));
        }

        return given.Count > 0 ? given : null;
    }

    private static IReadOnlyList<Stage> Stages(SettingSet settings, SearchSpace space, Violations violations) =>
        Try(
            settings,
            StudySettings.Stages,
            violations,
            text =>
            {
                IReadOnlyList<Stage> stages = Stage.Parse(text);
                StageRules.Check(stages, violations.In(option => $"{option} of {settings.NameOf(StudySettings.Stages)}"));
                _ = StagePlan.Of(space, stages);
                return stages;
            }) ?? [];

    private static IPruner? Pruner(SettingSet settings, Violations violations)
    {
        IReadOnlyDictionary<string, string> given = settings.Options(StudySettings.PrunerOptions);
        if (settings.Text(StudySettings.Pruner) is { } name && name != PrunerNames.None)
        {
            return Pruners.Create(name, given, violations.In(option => $"{option} of {settings.NameOf(StudySettings.PrunerOptions)}"));
        }

        violations.Require(
            given.Count == 0,
            settings.NameOf(StudySettings.PrunerOptions),
            value: null,
            "needs a pruner that it sets up",
            $"Give '{settings.NameOf(StudySettings.Pruner)}' as well, or remove the options.");
        return settings.Text(StudySettings.Pruner) is null ? null : new NoPruner();
    }

    // Where nobody says the schedule, a study that goes on knows it.
    private static IReadOnlyDictionary<string, string>? ScheduleOptions(SettingSet settings, Fidelity? fidelity, Violations violations)
    {
        IReadOnlyDictionary<string, string> given = settings.Options(StudySettings.ScheduleOptions);
        string? name = settings.Text(StudySettings.Schedule) ?? settings.Text(StudySettings.Method);
        if (given.Count > 0 && name is not null && Schedules.Names.Contains(name, StringComparer.Ordinal))
        {
            string setting = settings.NameOf(StudySettings.ScheduleOptions);
            Schedules.Check(name, given, fidelity, violations.In(option => $"{JsonNamingPolicy.CamelCase.ConvertName(option)} of {setting}"));
        }

        return given.Count > 0 ? given : null;
    }

    private static Fidelity? Fidelity(SettingSet settings, SearchSpace space, Violations violations)
    {
        string setting = settings.NameOf(StudySettings.Fidelity);
        Violations named = violations.In(option => $"{JsonNamingPolicy.CamelCase.ConvertName(option)} of {setting}");
        return FidelityLedger.Read(settings.Options(StudySettings.Fidelity), space, named);
    }

    // What is wrong with the limits themselves is told where they are read for the whole trial.
    private static PrecheckOptions? Precheck(SettingSet settings, SearchSpace space, Violations violations)
    {
        PrecheckOptions? precheck = LimitSettings.ReadPrecheck(settings, LimitSettings.Read(settings, new Violations()));
        try
        {
            _ = new PrecheckValues(space, precheck?.Values ?? new Dictionary<string, string>(StringComparer.Ordinal));
        }
        catch (FormatException error)
        {
            Setting setting = TrialSettings.PrecheckValues;
            violations.Add(new Violation(settings.SubjectOf(setting), "says " + setting.Meaning, Value: null, error.Message));
        }

        return precheck;
    }

    private static RetryPolicy Retry(SettingSet settings, Violations violations)
    {
        int times = settings.Value(TrialSettings.Retries) ?? 0;
        return Try(settings, TrialSettings.RetryOn, violations, kinds => RetryPolicy.Parse(times, kinds)) ?? RetryPolicy.Parse(times, kinds: null);
    }

    private static RepeatOptions? Repeats(SettingSet settings, Violations violations)
    {
        RepeatOptions once = new();
        RepeatOptions repeats = once with
        {
            Times = settings.Value(TrialSettings.TrialRepeats) ?? once.Times,
            Leaders = settings.Value(TrialSettings.ConfirmLeaders) ?? once.Leaders,
            LeaderTimes = settings.Value(TrialSettings.ConfirmRepeats) ?? once.LeaderTimes,
        };
        repeats.Check(violations.In(option => settings.NameOf(option switch
        {
            nameof(repeats.Times) => TrialSettings.TrialRepeats,
            nameof(repeats.Leaders) => TrialSettings.ConfirmLeaders,
            _ => TrialSettings.ConfirmRepeats,
        })));
        return repeats is { Times: 1, Leaders: 0 } ? null : repeats;
    }

    private static T? Name<T>(SettingSet settings, Setting<string> setting)
        where T : struct, Enum => settings.Text(setting) is { } name ? Enum.Parse<T>(name, ignoreCase: true) : null;

    // What a text means is known to whoever uses it.
    private static T? Try<T>(SettingSet settings, Setting<string> setting, Violations violations, Func<string, T> read)
        where T : class
    {
        if (settings.Text(setting) is not { } text)
        {
            return null;
        }

        try
        {
            return read(text);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            violations.Add(new Violation(settings.SubjectOf(setting), "says " + setting.Meaning, setting.Show(text), error.Message.ReplaceLineEndings(" ")));
            return null;
        }
    }
}
