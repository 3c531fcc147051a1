using System.Text;
using Hypermax.Charts.Drawing;

namespace Hypermax.Html;

/// <summary>Writes <c>report.html</c>: one file that opens anywhere, without a network.</summary>
/// <remarks>
/// Nothing of a study reaches the page but as escaped text or within compressed data. The page's policy lets only our own
/// scripts run, each known by its hash, and nothing be fetched.
/// </remarks>
internal static class HtmlReportWriter
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to write; left open.</param>
    /// <param name="page">What to show.</param>
    public static void Write(Stream stream, ReportPage page)
    {
        using StreamWriter text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
        HtmlWriter html = new(text);
        WriteHead(html, page);
        html.Raw("<body>\n<header class=\"top\">\n<h1>")
            .Name(page.Data.Header.Name)
            .Raw("</h1>\n<nav aria-label=\"Sections\"><a href=\"#summary\">Summary</a> ");
        html.Raw(page.Charts.Count > 0 ? "<a href=\"#charts\">Charts</a> " : string.Empty);
        html.Raw("<a href=\"#trials\">Trials</a> <a href=\"#settings\">Settings</a></nav>\n");
        html.Raw("<div class=\"tools\"><button type=\"button\" id=\"theme\" hidden>Dark</button></div>\n</header>\n<main>\n");
        SummarySection.Write(html, page);
        ChartsSection.Write(html, page);
        TrialsSection.Write(html, page);
        SettingsSection.Write(html, page);
        html.Raw(
            "</main>\n<dialog id=\"trial\" aria-labelledby=\"trial-title\"></dialog>\n"
            + "<div id=\"live\" class=\"visually-hidden\" aria-live=\"polite\"></div>\n");
        WriteScripts(html, page);
        html.Raw("</body>\n</html>\n");
    }

    private static void WriteHead(HtmlWriter html, ReportPage page)
    {
        string scripts = string.Join(' ', new[] { ReportAssets.Hash(ReportAssets.Script), page.Script?.Hash }.Where(hash => hash is not null));
        html.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Raw(
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data:; "
            + "base-uri 'none'; form-action 'none'\">\n");
        html.Raw(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta "
            + "name=\"referrer\" content=\"no-referrer\">\n");
        html.Raw("<link rel=\"icon\" href=\"data:,\">\n");
        html.Element("title", $"{page.Data.Header.Name} · Hypermax").Line();
        html.Raw("<style>\n").Raw(ReportAssets.Style).Raw(page.IsInteractive ? string.Empty : PageColors.Style).Raw("</style>\n</head>\n");
    }

    private static void WriteScripts(HtmlWriter html, ReportPage page)
    {
        // Blocks of a type that is no script are data: browsers neither run nor parse them, and base64 cannot end them.
        html.Raw("<script type=\"application/gzip\" id=\"report-data\">")
            .Raw(ReportPayload.Create(page.Data, page.IsInteractive ? page.Charts : [], page.Options.ChooseCommand))
            .Raw("</script>\n");
        if (page.Script is { } script)
        {
            html.Raw("<!-- Charts by Apache ECharts (Apache-2.0) and zrender (BSD-3-Clause); notices in THIRD-PARTY-NOTICES.txt of Hypermax. -->\n");
            html.Raw("<script type=\"application/gzip\" id=\"charts-script\">").Raw(script.Packed).Raw("</script>\n");
        }

        html.Raw("<script>").Raw(ReportAssets.Script).Raw("</script>\n");
    }
}
