using Hypermax.Errors;
using Hypermax.Settings;

namespace Hypermax.Budgets;

/// <summary>How people write the budgets of a study, and what must hold of them.</summary>
internal static class FidelityLedger
{
    private static readonly Fidelity Nothing = new(1, 0);
    private static readonly OptionsRule Rule = new();

    public static OptionLedger<Fidelity> Options { get; } = new(
        "the budgets",
        new Option<Fidelity, long>("Min", Rules.Long(1), o => o.Min, (o, v) => o with { Min = v }, "the smallest budget at which a trial says something"),
        new Option<Fidelity, long>("Max", Rules.Long(1), o => o.Max, (o, v) => o with { Max = v }, "the budget of a whole trial") { Unset = "none" },
        new Option<Fidelity, double>("Eta", Rules.Above(1), o => o.Eta, (o, v) => o with { Eta = v }, "the ratio of neighbouring budgets"),
        new Option<Fidelity, string>(
            "Parameter", Rules.Text, o => o.Parameter, (o, v) => o with { Parameter = v }, "the parameter that is the budget") { Unset = "none" },
        new Option<Fidelity, bool>(
            "Checkpoints",
            Rules.Flag,
            o => o.Checkpoints,
            (o, v) => o with { Checkpoints = v },
            "whether a trial that continues another one finds the checkpoint which that one left; else it starts anew"));

    /// <summary>Reads what people wrote; null where that is nothing, or wrong.</summary>
    public static Fidelity? Read(IReadOnlyDictionary<string, string> given, SearchSpace? space, Violations violations)
    {
        if (given.Count == 0)
        {
            return null;
        }

        int before = violations.Found.Count;
        Fidelity read = Options.Read(Nothing, given, violations);
        if (violations.Found.Count == before)
        {
            CheckTogether(read, space, violations);
        }

        return violations.Found.Count == before ? read : null;
    }

    /// <summary>Gets the whole budget of an objective by what its attribute says; null where it has none.</summary>
    public static double? WholeOf(IReadOnlyDictionary<string, string> settings) =>
        settings.TryGetValue(StudySettings.Fidelity.AttributeName, out string? text) ? Read(text).Max : null;

    /// <summary>Reads the form that studies record.</summary>
    public static Fidelity Read(string text)
    {
        _ = Rule.TryRead(text, out IReadOnlyDictionary<string, string> options, out _);
        return Options.Read(Nothing, options, new Violations());
    }

    /// <summary>Writes the form that studies record, such as <c>max=81</c>; what is left out is as usual.</summary>
    public static string Write(Fidelity fidelity) =>
        Rule.Write(Options.Write(fidelity, Nothing).ToDictionary(option => option.Key, option => option.Value, StringComparer.Ordinal));

    /// <summary>Checks what code has set.</summary>
    public static void Check(Fidelity fidelity, SearchSpace? space, Violations violations)
    {
        int before = violations.Found.Count;
        Options.Check(fidelity, violations);
        if (violations.Found.Count == before)
        {
            CheckTogether(fidelity, space, violations);
        }
    }

    private static void CheckTogether(Fidelity fidelity, SearchSpace? space, Violations found)
    {
        if (fidelity.Max == Nothing.Max)
        {
            found.Require(holds: false, nameof(fidelity.Max), value: null, "must be given", "Say what budget a whole trial has, such as max=81.");
        }
        else
        {
            found.Require(
                fidelity.Max > fidelity.Min,
                nameof(fidelity.Max),
                fidelity.Max,
                FormattableString.Invariant($"must be above '{found.Name(nameof(fidelity.Min))}' ({fidelity.Min})"),
                "Swap them, or leave the budgets out.");
        }

        if (space is not null && fidelity.Parameter is { } name)
        {
            CheckParameter(fidelity, space, name, found);
        }
    }

    private static void CheckParameter(Fidelity fidelity, SearchSpace space, string name, Violations found)
    {
        int index = space.IndexOf(name);
        if (index < 0)
        {
            string hint = NearestName.Hint(name, space.Parameters.Select(parameter => parameter.Name));
            string rule = $"must be a parameter of the space '{space.Name}'";
            found.Require(holds: false, nameof(fidelity.Parameter), name, rule, $"{hint}Give the path of one that is a number.");
            return;
        }

        found.Require(
            space.Parameters[index] is NumericParameter number && number.Conditions.Count == 0 && number.Low <= fidelity.Min && number.High >= fidelity.Max,
            nameof(fidelity.Parameter),
            name,
            FormattableString.Invariant($"must be a number that always exists and may be anything from {fidelity.Min} to {fidelity.Max}"),
            "Widen its range, or narrow the budgets.");
    }
}
