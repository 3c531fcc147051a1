using System.Text;
using Hypermax.Reports;
using Hypermax.Summary;

namespace Hypermax.Html;

/// <summary>Writes <c>report.html</c>: one file that opens anywhere, without a network.</summary>
internal static class HtmlReportWriter
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to write; left open.</param>
    /// <param name="data">The study.</param>
    /// <param name="summary">Its figures.</param>
    /// <param name="options">What else to say.</param>
    /// <param name="failures">The parts of the report that could not be made.</param>
    public static void Write(Stream stream, StudyData data, StudySummary summary, ReportOptions options, IReadOnlyList<ReportFailure> failures)
    {
        ReportPage page = new(data, summary, options, failures);
        using StreamWriter text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
        HtmlWriter html = new(text);
        WriteHead(html, page);
        html.Raw("<body>\n<header class=\"top\">\n<h1>").Name(data.Header.Name).Raw("</h1>\n");
        html.Raw("<nav aria-label=\"Sections\"><a href=\"#summary\">Summary</a> <a href=\"#trials\">Trials</a> <a href=\"#settings\">Settings</a></nav>\n");
        html.Raw("</header>\n<main>\n");
        SummarySection.Write(html, page);
        TrialsSection.Write(html, page);
        SettingsSection.Write(html, page);
        html.Raw("</main>\n</body>\n</html>\n");
    }

    private static void WriteHead(HtmlWriter html, ReportPage page)
    {
        html.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Element("title", $"{page.Data.Header.Name} · Hypermax").Line();
        html.Raw("<style>\n").Raw(ReportAssets.Style).Raw("</style>\n</head>\n");
    }
}
