namespace Hypermax.Settings;

/// <summary>Options that belong together and have a name; what is given besides counts before them.</summary>
/// <typeparam name="TOptions">The record.</typeparam>
/// <param name="presets">The options by name; the first is what holds when nobody gives a preset.</param>
internal sealed class PresetOption<TOptions>(params (string Name, TOptions Options)[] presets) : IOption<TOptions>
{
    private readonly Rule<string> _rule = Rules.OneOf([.. presets.Select(preset => preset.Name)]);

    public IReadOnlyList<OptionRow> RowsOf(TOptions plain) =>
    [
        new OptionRow("preset", _rule.Words, presets[0].Name, "options that belong together; what is given besides counts before them"),
    ];

    public bool IsNamed(string written) => string.Equals(written, "preset", StringComparison.OrdinalIgnoreCase);

    public TOptions Set(TOptions options, string written, string text, Violations violations)
    {
        if (_rule.TryRead(text, out string name, out _) && _rule.Accepts(name))
        {
            return presets.First(preset => preset.Name == name).Options;
        }

        violations.Require(holds: false, written, text, $"must be {_rule.Words}");
        return options;
    }

    public IEnumerable<KeyValuePair<string, string>> Write(TOptions options, TOptions plain) => [];

    public void Check(TOptions options, Violations violations)
    {
    }
}
