namespace Hypermax.Settings;

/// <summary>One option of a record: its name, rule and meaning, and the property that holds it.</summary>
/// <typeparam name="TOptions">The record.</typeparam>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="name">The name of the property; people write it with a small first letter.</param>
/// <param name="rule">What a value must be.</param>
/// <param name="get">Gets the value; null where the record says that nothing is set.</param>
/// <param name="with">Sets it.</param>
/// <param name="meaning">What the option says.</param>
/// <param name="property">What code calls it, where that is another name.</param>
internal sealed class Option<TOptions, T>(
    string name, Rule<T> rule, Func<TOptions, object?> get, Func<TOptions, T, TOptions> with, string meaning, string? property = null) : IOption<TOptions>
    where T : notnull
{
    private readonly string _key = char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Gets what holds where the record says that nothing is set.</summary>
    public string Unset { get; init; } = "follows the space";

    public IReadOnlyList<OptionRow> RowsOf(TOptions plain) => [new OptionRow(_key, rule.Words, get(plain) is T value ? rule.Write(value) : Unset, meaning)];

    public bool IsNamed(string written) => string.Equals(written, name, StringComparison.OrdinalIgnoreCase);

    public TOptions Set(TOptions options, string written, string text, Violations violations)
    {
        if (rule.TryRead(text, out T value, out _) && rule.Accepts(value))
        {
            return with(options, value);
        }

        violations.Require(holds: false, written, text, $"must be {rule.Words}");
        return options;
    }

    public IEnumerable<KeyValuePair<string, string>> Write(TOptions options, TOptions plain) =>
        get(options) is T value && !value.Equals(get(plain)) ? [new(_key, rule.Write(value))] : [];

    public void Check(TOptions options, Violations violations)
    {
        if (get(options) is T value)
        {
            violations.Require(rule.Accepts(value), property ?? name, rule.Write(value), $"must be {rule.Words}");
        }
    }
}
