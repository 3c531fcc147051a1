namespace Hypermax.Settings;

/// <summary>The options of a part, which people write after the name of the part: <c>gp.candidates</c>.</summary>
/// <typeparam name="TOptions">The record.</typeparam>
/// <typeparam name="TPart">The record of the part.</typeparam>
/// <param name="name">The name of the part.</param>
/// <param name="part">Its options.</param>
/// <param name="get">Gets the part.</param>
/// <param name="with">Sets it.</param>
internal sealed class NestedOptions<TOptions, TPart>(string name, OptionLedger<TPart> part, Func<TOptions, TPart> get, Func<TOptions, TPart, TOptions> with)
    : IOption<TOptions>
{
    private readonly string _prefix = name + ".";

    public IReadOnlyList<OptionRow> RowsOf(TOptions plain) => [.. part.RowsOf(get(plain)).Select(row => row with { Name = _prefix + row.Name })];

    public bool IsNamed(string written) => written.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase) && part.Find(written[_prefix.Length..]) is not null;

    public TOptions Set(TOptions options, string written, string text, Violations violations) =>
        with(
            options,
            part.Find(written[_prefix.Length..])!.Set(get(options), written[_prefix.Length..], text, violations.In(inner => violations.Name(_prefix + inner))));

    public IEnumerable<KeyValuePair<string, string>> Write(TOptions options, TOptions plain) =>
        part.Write(get(options), get(plain)).Select(option => new KeyValuePair<string, string>(_prefix + option.Key, option.Value));

    public void Check(TOptions options, Violations violations) => part.Check(get(options), violations.In(inner => violations.Name(_prefix + inner)));
}
