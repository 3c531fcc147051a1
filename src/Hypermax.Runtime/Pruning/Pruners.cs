using Hypermax.Errors;
using Hypermax.Pruning.Options;
using Hypermax.Settings;

namespace Hypermax.Pruning;

/// <summary>The pruners by name: the one list that attributes, properties, options and protocols share.</summary>
public static class Pruners
{
    /// <summary>Gets the kinds by name.</summary>
    internal static IReadOnlyDictionary<string, PrunerKind> Known { get; } = new SortedDictionary<string, PrunerKind>(StringComparer.Ordinal)
    {
        ["asha"] = new PrunerKind<AshaPruner>(PrunerLedgers.Asha),
        ["cooldown"] = new PrunerKind<CooldownPruner>(PrunerLedgers.Cooldown),
        ["forecast"] = new PrunerKind<ForecastPruner>(PrunerLedgers.Forecast),
        ["hyperband"] = new PrunerKind<HyperbandPruner>(PrunerLedgers.Hyperband, PrunerLedgers.CheckTogether),
        ["median"] = new PrunerKind<MedianPruner>(PrunerLedgers.Median),
        ["patient"] = new PrunerKind<PatientPruner>(PrunerLedgers.Patient),
        ["percentile"] = new PrunerKind<PercentilePruner>(PrunerLedgers.Percentile),
        ["threshold"] = new PrunerKind<ThresholdPruner>(PrunerLedgers.Threshold, PrunerLedgers.CheckTogether),
        ["wilcoxon"] = new PrunerKind<WilcoxonPruner>(PrunerLedgers.Wilcoxon),
    };

    /// <summary>Gets the names of all pruners, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> Names => [.. Known.Keys];

    /// <summary>Creates a pruner.</summary>
    /// <param name="name">Its name, in lower case.</param>
    /// <param name="options">Names and values of docs/guide/pruning.md, such as <c>reduction</c> and <c>3</c>; case does not count. By default none.</param>
    /// <exception cref="ArgumentException">There is no such pruner or option, or a value breaks its rule; the message lists all that is wrong.</exception>
    public static IPruner Create(string name, IReadOnlyDictionary<string, string>? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        Violations found = new();
        IPruner pruner = Create(name, options ?? new Dictionary<string, string>(StringComparer.Ordinal), found);
        found.ThrowIfAny($"the pruner '{name}'");
        return pruner;
    }

    /// <summary>Creates a pruner and tells what is wrong with its options.</summary>
    internal static IPruner Create(string name, IReadOnlyDictionary<string, string> options, Violations violations) =>
        Known.TryGetValue(name, out PrunerKind? kind) ? kind.Create(options, violations) : throw new ArgumentException(Refusal(name), nameof(name));

    /// <summary>Gets the options of a pruner.</summary>
    internal static IReadOnlyList<OptionRow> OptionsOf(string name) => Known[name].Rows;

    /// <summary>Checks what code has set; a pruner of somebody's own checks itself.</summary>
    internal static void Check(IPruner pruner, Violations violations)
    {
        if (Known.TryGetValue(pruner.Name, out PrunerKind? kind) && kind.Plain.GetType() == pruner.GetType())
        {
            kind.Check(pruner, violations);
        }
    }

    private static string Refusal(string name) =>
        $"'{name}' is no pruner; there are {string.Join(", ", Known.Keys)}. "
        + (NearestName.Of(name, [.. Known.Keys]) is { } nearest ? $"Did you mean '{nearest}'?" : "Choose one of these.");
}
