using System.Text.RegularExpressions;
using Hypermax.Build.Protocol;
using Hypermax.Ci;

namespace Hypermax.Search;

/// <summary>Makes remarks for continuous integration of what rules say.</summary>
internal static partial class RuleRemark
{
    /// <summary>Makes a remark.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="text">What it says.</param>
    /// <param name="position">Where, or null.</param>
    public static CiRemark Of(BuildRule rule, string text, SourcePosition? position)
    {
        CiLevel level = rule.Severity switch { LineKind.Error => CiLevel.Error, LineKind.Warning => CiLevel.Warning, _ => CiLevel.Note };
        return new CiRemark(level, rule.Id, Plain(rule.Title), text, position);
    }

    // Titles are written for the guide.
    private static string Plain(string title)
    {
        string plain = Link().Replace(title, "${words}").Replace("`", string.Empty, StringComparison.Ordinal);
        return char.ToUpperInvariant(plain[0]) + plain[1..];
    }

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
