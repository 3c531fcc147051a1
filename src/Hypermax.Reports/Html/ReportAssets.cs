using System.Reflection;

namespace Hypermax.Html;

/// <summary>The style sheet and scripts that are embedded in this assembly.</summary>
internal static class ReportAssets
{
    private static readonly Lazy<string> LazyStyle = new(() => ReadText("report.css"));

    /// <summary>Gets the style sheet of the page.</summary>
    public static string Style => LazyStyle.Value;

    private static string ReadText(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Hypermax.Web.{name}")
            ?? throw new InvalidOperationException($"The resource '{name}' is missing from the assembly; build Hypermax.Reports again.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
