using Hypermax.Html;

namespace Hypermax.Charts.Drawing;

/// <summary>Writes a chart as HTML: the picture and what it says in words.</summary>
internal static class ChartHtml
{
    /// <summary>Writes a part of a page.</summary>
    public static string Figure(Chart chart, ChartTheme? theme = null)
    {
        using StringWriter text = new();
        new HtmlWriter(text)
            .Open("figure", ("class", "hypermax-chart"), ("style", "margin: 0; max-width: 100%"))
            .Raw(SvgChartWriter.Write(chart, theme))
            .Open("figcaption").Text(chart.Description).Close("figcaption")
            .Close("figure");
        return text.ToString();
    }

    /// <summary>Writes a page of its own.</summary>
    public static string Page(Chart chart)
    {
        using StringWriter text = new();
        new HtmlWriter(text)
            .Raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Open("title").Text(chart.Spec.Title).Close("title")
            .Raw("</head><body style=\"font-family: sans-serif\">")
            .Raw(Figure(chart))
            .Raw("</body></html>\n");
        return text.ToString();
    }
}
