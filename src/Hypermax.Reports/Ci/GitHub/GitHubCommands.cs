namespace Hypermax.Ci.GitHub;

/// <summary>Makes the workflow commands by which GitHub Actions annotates lines of source.</summary>
internal static class GitHubCommands
{
    /// <summary>Gets a command for each remark.</summary>
    public static IReadOnlyList<string> Of(CiResult result, CiPlaces places) =>
        [.. result.AllRemarks.Select(found => Of(found.Remark, places.Of(found.Remark)))];

    private static string Of(CiRemark remark, CiPlace place)
    {
        string kind = remark.Level switch { CiLevel.Error => "error", CiLevel.Warning => "warning", _ => "notice" };
        string at = FormattableString.Invariant($"file={Property(place.File)},line={place.Line},col={place.Column}");
        return $"::{kind} {at},title={Property($"{remark.Rule}: {CiText.OneLine(remark.Title)}")}::{Data(remark.Text)}";
    }

    // The percent sign first, for the others become ones with it.
    private static string Data(string text) => CiText.Clean(text)
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
