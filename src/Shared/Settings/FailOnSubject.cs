using System.Globalization;

namespace Hypermax.Settings;

/// <summary>What a condition of <c>HypertuneFailOn</c> can compare with a number.</summary>
internal sealed class FailOnSubject
{
    private FailOnSubject(string name, Func<FailOnFacts, double> value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>Gets all subjects.</summary>
    public static IReadOnlyList<FailOnSubject> All { get; } =
    [
        new("value", static facts => facts.Value) { HasPercent = false, IsNeeded = true, Missing = "no trial completed, so there is no best value" },
        new("failures", static facts => facts.Failures),
        new("trials", static facts => facts.Trials),
        new("kills", static facts => facts.Kills),
        new("worse", static facts => facts.WorseThan(facts.Recorded))
        {
            Whole = static facts => Math.Abs(facts.Recorded),
            Against = static facts => Sentence(facts, "recorded", facts.Recorded),
        },
        new("gain", static facts => -facts.WorseThan(facts.Default))
        {
            Whole = static facts => Math.Abs(facts.Default),
            Against = static facts => Sentence(facts, "declared defaults'", facts.Default),
            IsNeeded = true,
            Missing = "no complete trial stands at the declared defaults, so there is no gain over them; "
                + "declare the default of a parameter, and a search begins with that trial",
        },
        new("missed", static facts => facts.WorseThan(facts.Target))
        {
            Whole = static facts => Math.Abs(facts.Target),
            Against = static facts => Sentence(facts, "target", facts.Target),
            IsNeeded = true,
            Missing = "no target is set, so none can be missed; set HypertuneTarget",
        },
    ];

    /// <summary>Gets what conditions call it.</summary>
    public string Name { get; }

    /// <summary>Gets what it is; NaN where there is nothing to compare.</summary>
    public Func<FailOnFacts, double> Value { get; }

    /// <summary>Gets whether a limit may be a percentage.</summary>
    public bool HasPercent { get; init; } = true;

    /// <summary>Gets what a percentage is of.</summary>
    public Func<FailOnFacts, double> Whole { get; init; } = static facts => Math.Max(1, facts.Finished);

    /// <summary>Gets what it was compared with, in words.</summary>
    public Func<FailOnFacts, string> Against { get; init; } = static _ => string.Empty;

    /// <summary>Gets whether a condition holds where there is nothing to compare.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Gets why there is nothing to compare.</summary>
    public string Missing { get; init; } = string.Empty;

    private static string Sentence(FailOnFacts facts, string what, double other) =>
        string.Format(CultureInfo.InvariantCulture, ": the best value {0:G5} against the {1} {2:G5}", facts.Value, what, other);
}
