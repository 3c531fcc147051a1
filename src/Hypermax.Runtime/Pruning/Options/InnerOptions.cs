using Hypermax.Settings;

namespace Hypermax.Pruning.Options;

/// <summary>The options of the pruner within another one, after its name: <c>inner.reduction=3</c>.</summary>
internal sealed class InnerOptions : IOption<PatientPruner>
{
    private const string Prefix = "inner.";

    public IReadOnlyList<OptionRow> RowsOf(PatientPruner plain) =>
        [new OptionRow(Prefix + "NAME", "as the option of that pruner", "that pruner's own", "an option of the pruner within")];

    public bool IsNamed(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && name.Length > Prefix.Length;

    public PatientPruner Set(PatientPruner options, string name, string text, Violations violations)
    {
        PrunerKind kind = Pruners.Known[options.Inner.Name];
        IReadOnlyDictionary<string, string> given = new Dictionary<string, string>(StringComparer.Ordinal) { [name[Prefix.Length..]] = text };
        Violations within = violations.In(inner => violations.Name(Prefix + inner));
        if (!kind.HasOption(name[Prefix.Length..]))
        {
            _ = kind.Create(given, within);
            return options;
        }

        return options with { Inner = kind.Set(options.Inner, name[Prefix.Length..], text, within) };
    }

    public IEnumerable<KeyValuePair<string, string>> Write(PatientPruner options, PatientPruner plain) => [];

    public void Check(PatientPruner options, Violations violations)
    {
        // What is within is checked with its name.
    }
}
