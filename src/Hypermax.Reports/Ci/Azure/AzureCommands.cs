namespace Hypermax.Ci.Azure;

/// <summary>Makes the logging commands of Azure Pipelines: an issue for each remark that is more than a note, and the page that the run shows.</summary>
/// <remarks>The server knows errors and warnings only; notes stand on the page.</remarks>
internal static class AzureCommands
{
    /// <summary>Gets the commands.</summary>
    /// <param name="result">The results.</param>
    /// <param name="places">Where things are.</param>
    /// <param name="summary">The file of the page.</param>
    public static IReadOnlyList<string> Of(CiResult result, CiPlaces places, string summary) =>
    [
        .. IssuesOf(result, places),
        Upload(summary),
    ];

    /// <summary>Gets a command for each remark that is more than a note.</summary>
    public static IEnumerable<string> IssuesOf(CiResult result, CiPlaces places) =>
        result.AllRemarks.Where(found => found.Remark.Level > CiLevel.Note).Select(found => Issue(found.Remark, places.Of(found.Remark)));

    /// <summary>Gets the command that shows a page.</summary>
    /// <param name="summary">Its file.</param>
    public static string Upload(string summary) => $"##vso[task.uploadsummary]{Data(Path.GetFullPath(summary))}";

    private static string Issue(CiRemark remark, CiPlace place)
    {
        string kind = remark.Level == CiLevel.Error ? "error" : "warning";
        string at = FormattableString.Invariant($"sourcepath={Property(place.File)};linenumber={place.Line};columnnumber={place.Column}");
        return $"##vso[task.logissue type={kind};{at};code={Property(remark.Rule)};]{Data(remark.Text)}";
    }

    // The percent sign first, and in the form that the server's agents turn back.
    private static string Data(string text) => CiText.Clean(text)
        .Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace("]", "%5D", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal);
}
