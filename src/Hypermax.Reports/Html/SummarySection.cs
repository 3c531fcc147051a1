using Hypermax.Analysis.Findings;
using Hypermax.Fronts.Choosing;
using Hypermax.Reports;
using Hypermax.Summary;

namespace Hypermax.Html;

/// <summary>The first screen: what was found, how good it is, what it took.</summary>
internal static class SummarySection
{
    public static void Write(HtmlWriter html, ReportPage page)
    {
        html.Raw("<section id=\"summary\" aria-labelledby=\"summary-title\">\n<h2 id=\"summary-title\">Summary</h2>\n");
        WriteFigures(html, page);
        html.Raw("<div class=\"columns\">\n");
        WriteBest(html, page);
        html.Raw("<div>\n");
        WriteFindings(html, page.Findings);
        ConstraintsSection.Write(html, page.Data);
        WriteFailures(html, page.Summary);
        html.Raw("</div>\n</div>\n</section>\n");
    }

    private static void WriteFigures(HtmlWriter html, ReportPage page)
    {
        (StudyData data, StudySummary summary) = (page.Data, page.Summary);
        html.Raw("<dl class=\"figures\">\n");
        if (data.HasFront && summary.Best is { } knee)
        {
            WriteFront(html, page, page.Options.Chosen ?? new ChosenTrial(knee, FrontChoice.Knee));
        }
        else if (summary.Best is { } best)
        {
            string note = FormattableString.Invariant($"trial {best.Number}; {(data.Direction == Direction.Maximize ? "larger" : "smaller")} is better");
            Figure(html, $"best {data.ValueName}", Words.Number(best.Value), note, "figure best");
            foreach ((string name, double value) in best.Outcome!.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Take(4))
            {
                Figure(html, name, Words.Number(value), "of the best trial");
            }
        }
        else
        {
            string none = data.Complete.Count > 0 ? "no trial keeps all constraints" : "no trial is complete yet";
            Figure(html, $"best {data.ValueName}", "–", none, "figure best");
        }

        if (summary.Front.Count > 0)
        {
            Figure(html, "Pareto front", Charts.Kinds.Notes.Count(summary.Front.Count, "trial"), "that no other beats in all objectives");
        }

        Figure(html, "trials", FormattableString.Invariant($"{summary.Finished}"), summary.Counts(page.Options.IsRunning));
        WriteTime(html, summary);
        if (page.Options.IsRunning)
        {
            Figure(html, "state", "running", "this page is refreshed by the search");
        }
        else if (page.Options.EndedBy is { } limit)
        {
            Figure(html, "ended by", limit, string.Empty, "figure words");
        }

        html.Raw("</dl>\n");
    }

    private static void WriteFront(HtmlWriter html, ReportPage page, ChosenTrial chosen)
    {
        for (int i = 0; i < chosen.Trial.Values.Count; i++)
        {
            string better = page.Data.Header.Directions[i] == Direction.Maximize ? "larger" : "smaller";
            Figure(
                html,
                page.Data.Header.ObjectiveName(i),
                Words.Number(chosen.Trial.Values[i]),
                FormattableString.Invariant($"of trial {chosen.Trial.Number} ({chosen.Choice}); {better} is better"),
                "figure best");
        }
    }

    private static void WriteTime(HtmlWriter html, StudySummary summary)
    {
        // Imported tables often say nothing of time; "0 s" would be a lie.
        if (summary.TrialTime > TimeSpan.Zero)
        {
            Figure(html, "time", Words.Time(summary.Elapsed), $"median trial {Words.Time(summary.MedianTrial)}");
        }
    }

    private static void Figure(HtmlWriter html, string name, string value, string note, string style = "figure") => html
        .Open("div", ("class", style)).Element("dt", name).Element("dd", value, ("class", "value")).Element("dd", note, ("class", "note")).Raw("</div>\n");

    private static void WriteBest(HtmlWriter html, ReportPage page)
    {
        if ((page.Options.Chosen?.Trial ?? page.Summary.Best) is not { } best)
        {
            return;
        }

        html.Raw("<div>")
            .Element("h3", page.Data.HasFront ? FormattableString.Invariant($"Values of trial {best.Number}") : "Best values")
            .Raw(
                "\n<div class=\"scroll\" tabindex=\"0\"><table class=\"values\">\n<thead><tr>"
                + "<th scope=\"col\">parameter</th><th scope=\"col\">value</th><th "
                + "scope=\"col\">range</th></tr></thead>\n<tbody>\n");
        for (int i = 0; i < page.Data.Space.Count; i++)
        {
            Parameter parameter = page.Data.Space.Parameters[i];
            if (!best.Point.Has(i))
            {
                continue;
            }

            html.Raw("<tr><th scope=\"row\">").Name(parameter.Name).Raw("</th><td>").Name(Words.Value(parameter, best.Point[i]));
            if (parameter.Unit is { } unit)
            {
                html.Raw(" ").Name(unit);
            }

            html.Raw("</td><td class=\"quiet\">").Name(Words.Range(parameter)).Raw("</td></tr>\n");
        }

        html.Raw("</tbody></table></div></div>\n");
    }

    private static void WriteFindings(HtmlWriter html, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        html.Raw("<h3>What the trials say</h3>\n<ul class=\"findings\">\n");
        foreach (Finding finding in findings)
        {
            html.Raw("<li><strong>").Name(finding.Statement).Raw("</strong> ").Name(finding.Evidence);
            if (finding.Suggestion is { } suggestion)
            {
                html.Raw("<br><span class=\"fix\">").Name(suggestion).Raw("</span>");
            }

            html.Raw("</li>\n");
        }

        html.Raw("</ul>\n");
    }

    private static void WriteFailures(HtmlWriter html, StudySummary summary)
    {
        if (summary.Failures.Count == 0)
        {
            return;
        }

        html.Raw(
            "<h3>Failures</h3>\n<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>"
            + "<th scope=\"col\">kind</th><th scope=\"col\">trials</th><th "
            + "scope=\"col\">first</th></tr></thead>\n<tbody>\n");
        foreach (FailureGroup group in summary.Failures)
        {
            html.Raw("<tr>")
                .Element("th", Words.Failure(group.Kind), ("scope", "row"))
                .Element("td", FormattableString.Invariant($"{group.Count}"), ("class", "number"));
            html.Raw("<td>").Text(FormattableString.Invariant($"trial {group.First.Number}: "));
            html.Name(Words.Shorten(group.First.Outcome?.Message ?? string.Empty, 400)).Raw("</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }
}
