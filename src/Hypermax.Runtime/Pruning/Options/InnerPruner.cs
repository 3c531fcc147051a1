using Hypermax.Settings;

namespace Hypermax.Pruning.Options;

/// <summary>The pruner within another one by its name: <c>inner=asha</c>.</summary>
internal sealed class InnerPruner : IOption<PatientPruner>
{
    private const string Name = "inner";

    private static Rule<string> Rule => Rules.OneOf([.. Pruners.Known.Keys.Where(name => name != new PatientPruner().Name)]);

    public IReadOnlyList<OptionRow> RowsOf(PatientPruner plain) =>
        [new OptionRow(Name, Rule.Words, plain.Inner.Name, "which pruner decides about trials that have not improved")];

    public bool IsNamed(string name) => string.Equals(name, Name, StringComparison.OrdinalIgnoreCase);

    public PatientPruner Set(PatientPruner options, string name, string text, Violations violations)
    {
        if (Rule.TryRead(text, out string inner, out _) && Rule.Accepts(inner))
        {
            return options with { Inner = Pruners.Known[inner].Plain };
        }

        violations.Require(holds: false, name, text, $"must be {Rule.Words}");
        return options;
    }

    public IEnumerable<KeyValuePair<string, string>> Write(PatientPruner options, PatientPruner plain) => [];

    public void Check(PatientPruner options, Violations violations) =>
        Pruners.Check(options.Inner, violations.In(option => violations.Name($"Inner.{option}")));
}
