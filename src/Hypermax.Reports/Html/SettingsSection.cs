using System.Globalization;
using Hypermax.Reports;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Summary;

namespace Hypermax.Html;

/// <summary>The last screen: what was searched and how, and what went wrong with this report.</summary>
internal static class SettingsSection
{
    public static void Write(HtmlWriter html, ReportPage page)
    {
        html.Raw("<section id=\"settings\" aria-labelledby=\"settings-title\">\n<h2 id=\"settings-title\">Settings</h2>\n<div class=\"columns settings\">\n");
        WriteStudy(html, page);
        WriteSpace(html, page.Data.Space);
        html.Raw("</div>\n");
        WriteList(html, "Which method proposed what", [.. ProposalGroup.Of(page.Data).Select(group => group.ToString())]);
        WriteList(html, "Notes", [.. page.Options.Notes]);
        WriteList(html, "Parts of this report that could not be made", [.. page.Failures.Select(failure => $"{failure.Part}: {failure.Reason}")]);
        html.Raw("</section>\n");
    }

    private static void WriteStudy(HtmlWriter html, ReportPage page)
    {
        StudyHeader header = page.Data.Header;
        html.Raw("<div><h3>Study</h3>\n<table>\n<tbody>\n");
        Row(html, "name", header.Name);
        Row(html, "direction", string.Join(", ", header.Directions.Select(direction => direction.ToWord())));
        Row(html, "method", header.Method);
        Row(html, "seed", header.Seed.ToString(CultureInfo.InvariantCulture));
        Row(html, "order", header.Lag is int lag ? FormattableString.Invariant($"repeatable, lag {lag}") : "by arrival; does not repeat");
        Row(html, "space", $"{header.Space.Name}, {SpaceJson.Hash(header.Space)}");
        Row(html, "began", header.Created.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        Row(html, "report made", page.Options.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        Row(html, "version", header.Version);
        foreach ((string name, string value) in page.Options.Settings)
        {
            Row(html, name, value);
        }

        html.Raw("</tbody></table></div>\n");
    }

    private static void WriteSpace(HtmlWriter html, SearchSpace space)
    {
        html.Raw(
            "<div><h3>Search space</h3>\n<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>"
            + "<th scope=\"col\">parameter</th><th scope=\"col\">values</th><th "
            + "scope=\"col\">default</th><th scope=\"col\">exists when</th><th scope=\"col\">meaning</th></tr></thead>\n<tbody>\n");
        foreach (Parameter parameter in space.Parameters)
        {
            html.Raw("<tr><th scope=\"row\">").Name(parameter.Name).Raw("</th><td>").Name(Words.Range(parameter)).Raw("</td><td>");
            html.Name(parameter.Default is double value ? Words.Value(parameter, value) : string.Empty).Raw("</td><td>");
            html.Name(string.Join(" and ", parameter.Conditions.Select(condition => Words.Condition(space, condition)))).Raw("</td><td>");
            html.Name(string.Join(' ', new[] { parameter.Description, parameter.Unit is { } unit ? $"[{unit}]" : null }.Where(text => text is not null))).Raw(
                "</td></tr>\n");
        }

        html.Raw("</tbody></table></div></div>\n");
    }

    private static void WriteList(HtmlWriter html, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        html.Element("h3", title).Raw("\n<ul>\n");
        foreach (string line in lines)
        {
            html.Raw("<li>").Name(line).Raw("</li>\n");
        }

        html.Raw("</ul>\n");
    }

    private static void Row(HtmlWriter html, string name, string value) =>
        html.Raw("<tr><th scope=\"row\">").Name(name).Raw("</th><td>").Name(value).Raw("</td></tr>\n");
}
