using Hypermax.Errors;

namespace Hypermax.Settings;

/// <summary>One or several of a few names, in any case.</summary>
/// <param name="alone">The names that stand alone.</param>
/// <param name="names">The names that may be several.</param>
internal sealed class SetRule(string[] alone, string[] names)
    : Rule<IReadOnlyList<string>>($"{string.Join(", ", alone)}, or one or several of {string.Join(", ", names)} with blanks, commas or semicolons between them")
{
    /// <summary>Gets all names.</summary>
    public IReadOnlyList<string> Names { get; } = [.. alone, .. names];

    public override bool TryRead(string text, out IReadOnlyList<string> value, out string? hint)
    {
        string[] words = text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        string[] all = [.. alone, .. names];
        string Known(string word) => all.FirstOrDefault(name => string.Equals(name, word, StringComparison.OrdinalIgnoreCase)) ?? word;
        value = [.. words.Select(Known).Distinct(StringComparer.Ordinal)];
        string? stray = value.FirstOrDefault(word => !all.Contains(word, StringComparer.Ordinal));
        hint = stray is null ? null : $"'{stray}' is none of them{(NearestName.Of(stray, all) is { } nearest ? $"; did you mean '{nearest}'?" : ".")}";
        return true;
    }

    public override bool Accepts(IReadOnlyList<string> value) =>
        value.Count > 0 && (value.All(word => Array.IndexOf(names, word) >= 0) || (value.Count == 1 && Array.IndexOf(alone, value[0]) >= 0));

    public override string Write(IReadOnlyList<string> value) => string.Join(" ", value);
}
