using Hypermax.Build.Protocol;
using Hypermax.Settings;

namespace Hypermax.Explain;

/// <summary>What is said about a name.</summary>
/// <param name="Name">The name, as it is written.</param>
/// <param name="Text">What is said, on one line or more.</param>
/// <param name="Url">Where more is read in a browser, or null.</param>
internal sealed record Explanation(string Name, string Text, string? Url = null)
{
    /// <summary>Finds what is said about a name, in any case of its letters; null for one that nobody knows.</summary>
    /// <param name="word">The name.</param>
    public static Explanation? Of(string word)
    {
        if (Pages.Find(word) is { } page)
        {
            return new Explanation(page.Name, page.Text.TrimEnd(), page.Url);
        }

        if (Ledger.All.FirstOrDefault(setting => string.Equals(setting.Property, word, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            string[] lines =
            [
                $"{known.Property} says {known.Meaning}.",
                $"  It must be {known.RuleWords}{(known.CanBeNone ? ", or none" : string.Empty)}. By default: {known.Default}.",
                $"  {SettingSource.Property.Remedy(known)}",
            ];
            return new Explanation(known.Property, string.Join('\n', lines));
        }

        if (BuildRules.All.FirstOrDefault(rule => string.Equals(rule.Id, word, StringComparison.OrdinalIgnoreCase)) is { } reported)
        {
            return new Explanation(reported.Id, $"{reported.Id} ({reported.SeverityWord}): {reported.Title}.", Pages.UrlOf(BuildRule.Page));
        }

        return TableRows.Find(word) is { Count: > 0 } rows ? new Explanation(word, string.Join('\n', rows)) : null;
    }
}
