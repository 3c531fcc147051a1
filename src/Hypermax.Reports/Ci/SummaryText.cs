using System.Net;
using System.Text;
using Hypermax.Errors;
using Hypermax.Markdown;
using Hypermax.Summary;

namespace Hypermax.Ci;

/// <summary>The page that GitHub and Azure show of a build: a table of studies, what there is to say, and the trials that failed.</summary>
internal static class SummaryText
{
    private const int MostTrials = 10;
    private const int MostLetters = 500;

    /// <summary>Gets the page as Markdown.</summary>
    public static string Of(CiResult result, CiPlaces places)
    {
        StringBuilder page = new();
        string icon = Icon(result.IsFailed, result.AllRemarks.Select(found => found.Remark));
        page.Append("## ").Append(icon).Append(" Hypermax: ").Append(Plain(result.Project)).Append("\n\n");
        if (result.Studies.Count > 0)
        {
            page.Append("| | study | best | recorded | trials | failed | best point |\n|---|---|---:|---:|---:|---:|---|\n");
            foreach (CiStudy study in result.Studies)
            {
                string recorded = study.Recorded is null ? "–" : CiText.Value(study.Recorded);
                page.Append("| ").Append(Icon(study.IsFailed, study.Remarks)).Append(" | **").Append(Plain(study.Name)).Append("** | ");
                page.Append(FormattableString.Invariant($"{CiText.Value(study.Best)} | {recorded} | {study.Trials} | {study.Failed.Count} | "));
                page.Append(Code(study.Parameters)).Append(" |\n");
            }

            page.Append('\n');
        }

        foreach ((_, CiRemark remark) in result.AllRemarks.OrderByDescending(found => found.Remark.Level))
        {
            CiPlace place = places.Of(remark);
            string at = Code(FormattableString.Invariant($"{place.File}:{place.Line}"));
            page.Append("- ").Append(Icon(remark.Level)).Append(' ').Append(Plain(remark.Text));
            page.Append(" — ").Append(Plain(remark.Rule)).Append(", ").Append(at).Append('\n');
        }

        page.Append('\n');
        foreach (CiStudy study in result.Studies.Where(study => study.Failed.Count > 0))
        {
            AppendTrials(page, study);
        }

        return page.ToString();
    }

    private static void AppendTrials(StringBuilder page, CiStudy study)
    {
        page.Append("<details><summary>").Append(Counted.Of(study.Failed.Count, "failed trial"));
        page.Append(" of ").Append(Html(study.Name)).Append("</summary>\n\n");
        page.Append("| trial | why | message | point |\n|---:|---|---|---|\n");
        foreach (CiTrial trial in study.Failed.Take(MostTrials))
        {
            string why = Words.Failure(trial.Failure);
            page.Append(FormattableString.Invariant($"| {trial.Number} | {why} | {Plain(trial.Message)} | {Code(trial.Parameters)} |\n"));
        }

        page.Append(study.Failed.Count > MostTrials ? FormattableString.Invariant($"\nand {study.Failed.Count - MostTrials} more\n") : string.Empty);
        page.Append("\n</details>\n\n");
    }

    /// <summary>Gets a sign for a study or a project.</summary>
    public static string Icon(bool isFailed, IEnumerable<CiRemark> remarks) => isFailed
        ? Icon(CiLevel.Error)
        : remarks.Any(remark => remark.Level == CiLevel.Warning) ? Icon(CiLevel.Warning) : "✅";

    /// <summary>Gets a sign for a remark.</summary>
    public static string Icon(CiLevel level) => level switch { CiLevel.Error => "❌", CiLevel.Warning => "⚠️", _ => "💡" };

    /// <summary>Gets a text as plain words.</summary>
    public static string Plain(string text) => MarkdownText.Plain(Words.Shorten(CiText.OneLine(text), MostLetters));

    /// <summary>Gets a text as code.</summary>
    public static string Code(string text) => MarkdownText.Code(Words.Shorten(CiText.OneLine(text), MostLetters));

    // Between tags, where Markdown means nothing.
    private static string Html(string text) => WebUtility.HtmlEncode(Words.Shorten(CiText.OneLine(text), MostLetters))
        .Replace("@", "&#64;", StringComparison.Ordinal)
        .Replace("[", "&#91;", StringComparison.Ordinal);
}
