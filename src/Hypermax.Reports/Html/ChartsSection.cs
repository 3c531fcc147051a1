using System.Globalization;
using Hypermax.Charts;
using Hypermax.Charts.Drawing;

namespace Hypermax.Html;

/// <summary>The charts: places that the script draws into, or pictures where the assembly was built without it.</summary>
internal static class ChartsSection
{
    private const int WideFrom = 800;

    public static void Write(HtmlWriter html, ReportPage page)
    {
        if (page.Charts.Count == 0)
        {
            return;
        }

        html.Raw("<section id=\"charts\" aria-labelledby=\"charts-title\">\n<h2 id=\"charts-title\">Charts</h2>\n");
        if (page.IsInteractive)
        {
            WriteControls(html, page);
            html.Raw(
                "<noscript><p>The charts are drawn by script; pictures of them may stand in the folder <code>charts</code> beside this page.</p></noscript>\n");
        }
        else
        {
            html.Raw("<p class=\"quiet\">These are static pictures: this copy of Hypermax was built without Node, which the interactive charts need.</p>\n");
        }

        foreach (ChartGroup group in ChartGroup.All)
        {
            WriteGroup(html, page, group);
        }

        html.Raw("</section>\n");
    }

    private static void WriteControls(HtmlWriter html, ReportPage page)
    {
        html.Raw("<div class=\"controls\">\n<fieldset class=\"drag\"><legend>Dragging over a chart</legend>");
        html.Raw(
            "<label><input type=\"radio\" name=\"drag\" value=\"zoom\" checked> zooms</label> <label><input type=\"radio\" name=\"drag\" value=\"select\"> "
            + "selects trials</label></fieldset>\n");
        string[] names = [.. page.Charts.SelectMany(chart => chart.Spec.Parameters).Distinct(StringComparer.Ordinal)];
        if (names.Length > 1)
        {
            html.Raw("<label for=\"chart-parameter\">Charts about</label><select id=\"chart-parameter\"><option value=\"\">all parameters</option>");
            foreach (string name in names)
            {
                html.Element("option", name, ("value", name));
            }

            html.Raw("</select>\n");
        }

        html.Raw(
            "<span class=\"quiet\">A click on a point opens its trial. Double-click: whole chart. Ctrl and wheel: zoom. "
            + "Arrow keys walk over points, Enter opens.</span></div>\n");
    }

    private static void WriteGroup(HtmlWriter html, ReportPage page, ChartGroup group)
    {
        int[] members = [.. group.Kinds.SelectMany(kind => Enumerable.Range(0, page.Charts.Count).Where(index => page.Charts[index].Spec.Kind == kind))];
        if (members.Length == 0)
        {
            return;
        }

        html.Element("h3", group.Title).Raw("\n<div class=\"charts\">\n");
        foreach (int index in members)
        {
            WriteFigure(html, page, index);
        }

        html.Raw("</div>\n");
    }

    private static void WriteFigure(HtmlWriter html, ReportPage page, int index)
    {
        Chart chart = page.Charts[index];
        ChartSpec spec = chart.Spec;
        html.Open(
            "figure",
            ("class", spec.Width >= WideFrom || spec.Kind is ChartKinds.ParallelCoordinates or ChartKinds.Objectives ? "wide" : null),
            ("data-chart", page.IsInteractive ? index.ToString(CultureInfo.InvariantCulture) : null)).Line();
        html.Raw("<h4>").Name(spec.Title).Raw("</h4>\n");
        if (spec.Note is { } note)
        {
            html.Open("p", ("class", "note")).Name(note).Raw("</p>\n");
        }

        if (page.IsInteractive)
        {
            html.Raw("<button type=\"button\" class=\"unzoom\">Whole chart</button>\n<div class=\"host\"></div>\n");
        }
        else
        {
            html.Raw(SvgChartWriter.WriteForPage(chart)).Line();
        }

        html.Raw("<details><summary>About this chart</summary> ").Name(spec.Description).Raw("</details>\n</figure>\n");
    }
}
