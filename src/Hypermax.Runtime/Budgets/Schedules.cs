using Hypermax.Budgets.Brackets;
using Hypermax.Budgets.Options;
using Hypermax.Budgets.SuccessiveHalving;
using Hypermax.Errors;
using Hypermax.Settings;
using Hypermax.Storage;

namespace Hypermax.Budgets;

/// <summary>The schedules of budgets by name: the one list that attributes, properties, options and protocols share.</summary>
public static class Schedules
{
    /// <summary>The schedule of a study with budgets for which nobody chose one.</summary>
    internal const string Default = "forecast";

    private static readonly Dictionary<string, string> NoOptions = new(StringComparer.Ordinal);

    private static readonly SortedDictionary<string, ScheduleKind> Known = new(StringComparer.Ordinal)
    {
        ["abh"] = Bracketed("abh", 0.3, BracketSizes.Abh),
        ["asha"] = new ScheduleKind("asha", new ScheduleOptions(), options => new AshaSchedule(options.RandomShare), ScheduleKind.RandomShare),
        ["bohb"] = Bracketed("bohb", 1.0 / 3, BracketSizes.Bohb),
        [Default] = new ScheduleKind(Default, new ScheduleOptions(), options => new ForecastSchedule(options.RandomShare), ScheduleKind.RandomShare),
        ["hyperband"] = Bracketed("hyperband", 0, BracketSizes.Hyperband),
    };

    /// <summary>Gets the names of all schedules, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Creates a schedule.</summary>
    /// <param name="name">Its name, in lower case.</param>
    /// <param name="options">Names and values of docs/guide/schedule-options.md, such as <c>brackets</c> and <c>2</c>. By default none.</param>
    /// <exception cref="ArgumentException">There is no such schedule or option, or a value breaks its rule; the message lists all that is wrong.</exception>
    public static IBudgetSchedule Create(string name, IReadOnlyDictionary<string, string>? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        Violations found = new();
        IBudgetSchedule schedule = KindOf(name).Create(options ?? NoOptions, found);
        found.ThrowIfAny($"the schedule '{name}'");
        return schedule;
    }

    /// <summary>Takes a method that is the name of a schedule for that schedule: 'abh' is what others call a method of search.</summary>
    internal static StudyOptions AsMethod(StudyOptions options) =>
        options is { Sampler: null, BudgetSchedule: null, Method: { } method } && (options.Schedule ?? method) == method && Known.ContainsKey(method)
        ? options with { Schedule = method, Method = null }
        : options;

    /// <summary>Gets the name of the schedule that options ask for; null where they leave it to the study.</summary>
    internal static string? NameIn(StudyOptions options) => options.BudgetSchedule?.Name ?? options.Schedule;

    /// <summary>Gets the options of the schedule that somebody asks for, as studies record them; null where nobody does.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="name">The schedule that they are of.</param>
    /// <exception cref="ArgumentException">The schedule has no such options.</exception>
    internal static string? OptionsIn(StudyOptions options, string name)
    {
        if (options.ScheduleOptions is not { } given || !Known.TryGetValue(name, out ScheduleKind? kind))
        {
            return null;
        }

        Violations found = new();
        kind.Read(given, found.In(option => $"{nameof(options.ScheduleOptions)}.{option}"));
        found.ThrowIfAny($"the schedule '{name}'");
        return kind.Write(given);
    }

    /// <summary>Gets the schedule of a study.</summary>
    /// <exception cref="ArgumentException">It is none of ours, and the options do not give it.</exception>
    internal static IBudgetSchedule Of(StudyOptions options, StudyHeader header) => options.BudgetSchedule
        ?? (Known.ContainsKey(header.Schedule!) ? Create(header.Schedule!, ScheduleKind.Parse(header.ScheduleOptions)) : throw new ArgumentException(
            $"The study has a schedule of its own, '{header.Schedule}', which only code can give. Set '{nameof(options.BudgetSchedule)}' in its options."));

    /// <summary>Gets the options of a schedule.</summary>
    internal static IReadOnlyList<OptionRow> OptionsOf(string name) => Known[name].Rows;

    /// <summary>Checks options of a schedule, with the budgets that it gives where these are known.</summary>
    internal static void Check(string name, IReadOnlyDictionary<string, string> given, Fidelity? fidelity, Violations violations)
    {
        int before = violations.Found.Count;
        int? brackets = KindOf(name).Read(given, violations).Brackets;
        if (violations.Found.Count == before && fidelity is not null && brackets > fidelity.Budgets.Count)
        {
            violations.Require(
                holds: false,
                nameof(ScheduleOptions.Brackets),
                brackets,
                FormattableString.Invariant($"must be at most {fidelity.Budgets.Count}, the number of budgets ({string.Join(", ", fidelity.Budgets)})"),
                "Leave it out for one for each.");
        }
    }

    private static ScheduleKind Bracketed(string name, double randomShare, Func<double, Func<int, int, int, double>> sizes) => new(
        name,
        new ScheduleOptions { RandomShare = randomShare },
        options => new BracketSchedule(name, options, sizes),
        ScheduleKind.RandomShare,
        ScheduleKind.Brackets);

    private static ScheduleKind KindOf(string name) => Known.TryGetValue(name, out ScheduleKind? kind)
        ? kind
        : throw new ArgumentException(
            $"'{name}' is no schedule of budgets; there are {string.Join(", ", Known.Keys)}. "
            + (NearestName.Of(name, Known.Keys) is { } nearest ? $"Did you mean '{nearest}'?" : "Choose one of these."),
            nameof(name));
}
