using System.Xml.Linq;

namespace Hypermax.PackageTests.TestRuns;

/// <summary>Reads what a run of tests left: the results by the names of their methods.</summary>
public sealed class TrxFile
{
    private static readonly XNamespace Team = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private readonly Dictionary<string, XElement> _results;

    private TrxFile(XDocument document) => _results = document.Descendants(Team + "UnitTestResult")
        .ToDictionary(result => ((string)result.Attribute("testName")!).Split('(')[0].Split('.')[^1], StringComparer.Ordinal);

    /// <summary>Gets the outcomes, <c>Passed</c>, <c>Failed</c> or <c>NotExecuted</c>, by the names of methods.</summary>
    public IReadOnlyDictionary<string, string> Outcomes =>
        _results.ToDictionary(result => result.Key, result => (string)result.Value.Attribute("outcome")!, StringComparer.Ordinal);

    public static TrxFile Read(string path) => new(XDocument.Load(path));

    /// <summary>Gets what a test printed.</summary>
    public string OutputOf(string test) => (string?)_results[test].Element(Team + "Output")?.Element(Team + "StdOut") ?? string.Empty;

    /// <summary>Gets the message of a test that failed.</summary>
    public string MessageOf(string test) =>
        (string?)_results[test].Element(Team + "Output")?.Element(Team + "ErrorInfo")?.Element(Team + "Message") ?? string.Empty;

    /// <summary>Gets the names of the files that were attached to a test.</summary>
    public IReadOnlyList<string> FilesOf(string test) =>
        [.. _results[test].Descendants(Team + "ResultFile").Select(file => Path.GetFileName(((string)file.Attribute("path")!).Replace('\\', '/')))];
}
