using System.Globalization;
using Hypermax.Errors;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Spaces;
using Hypermax.Summary;

namespace Hypermax.Html;

/// <summary>The table of trials as it stands without scripts: the best ones; the page's script puts the whole table in its place.</summary>
internal static class TrialsSection
{
    private const int StaticRows = 20;

    public static void Write(HtmlWriter html, ReportPage page)
    {
        StudyData data = page.Data;
        html.Raw("<section id=\"trials\" aria-labelledby=\"trials-title\">\n<h2 id=\"trials-title\">Trials</h2>\n<div id=\"trial-table\">\n");
        IReadOnlyList<TrialRecord> rows = [.. data.BestTrials(StaticRows), .. data.Failed.Take(StaticRows / 10)];
        html.Open("p").Text(rows.Count < data.Finished.Count
            ? FormattableString.Invariant(
                $"The best {Math.Min(StaticRows, data.Complete.Count)} of {Counted.Of(data.Complete.Count, "complete trial")}; all are in results.csv.")
            : FormattableString.Invariant($"{(rows.Count == 1 ? "The" : "All")} {Counted.Of(rows.Count, "finished trial")}, best first.")).Raw(
                "</p>\n<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>");
        string[] values = [.. Enumerable.Range(0, data.Header.Directions.Count).Select(data.ObjectiveTitle)];
        foreach (string head in (string[])["trial", "status", .. values, "time"])
        {
            html.Element("th", head, ("scope", "col"));
        }

        foreach (Parameter parameter in data.Space.Parameters)
        {
            html.Raw("<th scope=\"col\">").Name(parameter.Name).Raw("</th>");
        }

        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (TrialRecord trial in rows)
        {
            WriteRow(html, data, trial);
        }

        html.Raw("</tbody></table></div>\n</div>\n</section>\n");
    }

    private static void WriteRow(HtmlWriter html, StudyData data, TrialRecord trial)
    {
        html.Raw("<tr>").Element("td", trial.Number.ToString(CultureInfo.InvariantCulture)).Element("td", ResultsCsvWriter.Status(trial.State));
        for (int i = 0; i < data.Header.Directions.Count; i++)
        {
            html.Element("td", Words.Number(i < trial.Values.Count ? trial.Values[i] : double.NaN));
        }

        html.Element("td", Words.Time(trial.Duration));
        for (int i = 0; i < data.Space.Count; i++)
        {
            html.Raw("<td>").Name(!trial.Point.Has(i) ? string.Empty : Words.Value(data.Space.Parameters[i], trial.Point[i])).Raw("</td>");
        }

        html.Raw("</tr>\n");
    }
}
