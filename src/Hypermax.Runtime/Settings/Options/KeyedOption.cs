namespace Hypermax.Settings;

/// <summary>Options that have the names of other things, such as levels of parameters or variables: <c>levels.rate=7</c>.</summary>
/// <typeparam name="TOptions">The record.</typeparam>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="name">What the names begin with, before the dot.</param>
/// <param name="rule">What a value must be.</param>
/// <param name="get">Gets the values by name.</param>
/// <param name="with">Sets them.</param>
/// <param name="meaning">What a value says.</param>
/// <param name="unset">What holds for a name that has no value.</param>
internal sealed class KeyedOption<TOptions, T>(
    string name,
    Rule<T> rule,
    Func<TOptions, IReadOnlyDictionary<string, T>> get,
    Func<TOptions, IReadOnlyDictionary<string, T>, TOptions> with,
    string meaning,
    string unset) : IOption<TOptions>
    where T : notnull
{
    private readonly string _prefix = name + ".";

    public IReadOnlyList<OptionRow> RowsOf(TOptions plain) => [new OptionRow(_prefix + "NAME", rule.Words, unset, meaning)];

    public bool IsNamed(string written) => written.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase) && written.Length > _prefix.Length;

    public TOptions Set(TOptions options, string written, string text, Violations violations)
    {
        if (rule.TryRead(text, out T value, out _) && rule.Accepts(value))
        {
            return with(options, new Dictionary<string, T>(get(options), StringComparer.Ordinal) { [written[_prefix.Length..]] = value });
        }

        violations.Require(holds: false, written, text, $"must be {rule.Words}");
        return options;
    }

    public IEnumerable<KeyValuePair<string, string>> Write(TOptions options, TOptions plain) =>
        get(options)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new KeyValuePair<string, string>(_prefix + entry.Key, rule.Write(entry.Value)));

    public void Check(TOptions options, Violations violations)
    {
        foreach ((string key, T value) in get(options))
        {
            violations.Require(rule.Accepts(value), _prefix + key, rule.Write(value), $"must be {rule.Words}");
        }
    }
}
