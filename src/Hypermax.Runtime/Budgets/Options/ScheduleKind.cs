using Hypermax.Settings;

namespace Hypermax.Budgets.Options;

/// <summary>A kind of schedule: what options it has, and how one is made of them.</summary>
/// <param name="name">The name of the schedule.</param>
/// <param name="plain">Its own options.</param>
/// <param name="make">Makes a schedule.</param>
/// <param name="options">The options by name.</param>
internal sealed class ScheduleKind(
    string name, ScheduleOptions plain, Func<ScheduleOptions, IBudgetSchedule> make, params IOption<ScheduleOptions>[] options)
{
    private static readonly OptionsRule Rule = new();
    private readonly OptionLedger<ScheduleOptions> _ledger = new($"the schedule '{name}'", options);

    /// <summary>Gets the share of new points that are drawn at random, which every schedule has.</summary>
    public static IOption<ScheduleOptions> RandomShare { get; } = new Option<ScheduleOptions, double>(
        "RandomShare",
        Rules.Between(0, 1),
        o => o.RandomShare,
        (o, v) => o with { RandomShare = v },
        "how likely a new point is drawn from the laws of the space, whatever the method");

    /// <summary>Gets the number of brackets, which schedules with brackets have.</summary>
    public static IOption<ScheduleOptions> Brackets { get; } = new Option<ScheduleOptions, int>(
        "Brackets",
        Rules.Whole(1),
        o => o.Brackets,
        (o, v) => o with { Brackets = v },
        "how many brackets a loop has, those that begin with the smallest budgets; at most one for each budget")
    {
        Unset = "one for each budget",
    };

    /// <summary>Gets the options.</summary>
    public IReadOnlyList<OptionRow> Rows => _ledger.RowsOf(plain);

    /// <summary>Makes a schedule; what is wrong with the options goes into the violations.</summary>
    public IBudgetSchedule Create(IReadOnlyDictionary<string, string> given, Violations violations) => make(_ledger.Read(plain, given, violations));

    /// <summary>Reads options; what is wrong with them goes into the violations.</summary>
    public ScheduleOptions Read(IReadOnlyDictionary<string, string> given, Violations violations) => _ledger.Read(plain, given, violations);

    /// <summary>Writes what differs from the schedule's own options in the form that studies record; empty where nothing does.</summary>
    public string Write(IReadOnlyDictionary<string, string> given) => Rule.Write(
        _ledger.Write(_ledger.Read(plain, given, new Violations()), plain).ToDictionary(option => option.Key, option => option.Value, StringComparer.Ordinal));

    /// <summary>Reads the form that studies record.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string? recorded)
    {
        _ = Rule.TryRead(recorded ?? string.Empty, out IReadOnlyDictionary<string, string> given, out _);
        return given;
    }
}
