using Hypermax.Budgets.Brackets;
using Hypermax.Budgets.SuccessiveHalving;
using Hypermax.Errors;

namespace Hypermax.Budgets;

/// <summary>The schedules of budgets by name: the one list that attributes, properties, options and protocols share.</summary>
public static class Schedules
{
    /// <summary>The schedule of a study with budgets for which nobody chose one.</summary>
    internal const string Default = "forecast";

    private static readonly SortedDictionary<string, Func<IBudgetSchedule>> Known = new(StringComparer.Ordinal)
    {
        ["abh"] = () => new BracketSchedule("abh", 0.3, BracketSizes.Abh),
        ["asha"] = () => new AshaSchedule(),
        ["bohb"] = () => new BracketSchedule("bohb", 1.0 / 3, BracketSizes.Bohb),
        [Default] = () => new ForecastSchedule(),
        ["hyperband"] = () => new BracketSchedule("hyperband", 0, BracketSizes.Hyperband),
    };

    /// <summary>Takes a method that is the name of a schedule for that schedule: 'abh' is what others call a method of search.</summary>
    internal static StudyOptions AsMethod(StudyOptions options) =>
        options is { Sampler: null, BudgetSchedule: null, Method: { } method } && (options.Schedule ?? method) == method && Known.ContainsKey(method)
        ? options with { Schedule = method, Method = null }
        : options;

    /// <summary>Gets the name of the schedule that options ask for; null where they leave it to the study.</summary>
    internal static string? NameIn(StudyOptions options) => options.BudgetSchedule?.Name ?? options.Schedule;

    /// <summary>Gets the schedule of a study.</summary>
    /// <exception cref="ArgumentException">It is none of ours, and the options do not give it.</exception>
    internal static IBudgetSchedule Of(StudyOptions options, string recorded) => options.BudgetSchedule
        ?? (Known.ContainsKey(recorded) ? Create(recorded) : throw new ArgumentException(
            $"The study has a schedule of its own, '{recorded}', which only code can give. Set '{nameof(options.BudgetSchedule)}' in its options."));

    /// <summary>Gets the names of all schedules, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Creates a schedule.</summary>
    /// <param name="name">Its name, in lower case.</param>
    /// <exception cref="ArgumentException">There is no such schedule; the message names the nearest one and lists all.</exception>
    public static IBudgetSchedule Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Known.TryGetValue(name, out Func<IBudgetSchedule>? make)
            ? make()
            : throw new ArgumentException(
                $"'{name}' is no schedule of budgets; there are {string.Join(", ", Known.Keys)}. "
                + (NearestName.Of(name, Known.Keys) is { } nearest ? $"Did you mean '{nearest}'?" : "Choose one of these."),
                nameof(name));
    }
}
