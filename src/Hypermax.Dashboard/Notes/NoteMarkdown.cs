using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hypermax.Dashboard.Notes;

/// <summary>Turns Markdown into markup that does nothing: HTML in it is text, links lead to the web only, and pictures become links.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal static class NoteMarkdown
{
    // Two seconds at the very worst, on a busy machine; a table of two hundred rows costs as much as that at the most, and takes milliseconds.
    private const long MostCost = 20_000_000;

    private static readonly string[] Schemes = ["http", "https", "mailto"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras().Build();

    /// <summary>Makes the markup.</summary>
    public static string ToHtml(string markdown)
    {
        if (markdown.Length == 0)
        {
            return string.Empty;
        }

        if (CostOf(markdown) > MostCost)
        {
            return AsText(markdown);
        }

        try
        {
            MarkdownDocument document = Markdig.Markdown.Parse(markdown, Pipeline);
            foreach (LinkInline link in document.Descendants<LinkInline>())
            {
                // What loads by itself would tell others who reads.
                link.IsImage = false;
                link.Url = IsHarmless(link.Url) ? link.Url : "#";
                link.GetDynamicUrl = null;
                link.GetAttributes().AddProperty("rel", "noopener noreferrer nofollow");
            }

            foreach (AutolinkInline link in document.Descendants<AutolinkInline>())
            {
                link.Url = link.IsEmail || IsHarmless(link.Url) ? link.Url : "#";
            }

            foreach (TaskList task in document.Descendants<TaskList>())
            {
                task.GetAttributes().AddProperty("aria-label", task.Checked ? "done" : "to do");
            }

            return Markdig.Markdown.ToHtml(document, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than anybody writes.
            return AsText(markdown);
        }
    }

    private static string AsText(string markdown) => $"<pre>{System.Net.WebUtility.HtmlEncode(markdown)}</pre>";

    // Every sign may be looked for an end up to the end of its block, so a block costs its signs times its letters at worst.
    private static long CostOf(string markdown)
    {
        (long cost, long signs, long letters) = (0, 0, 0);
        bool wasLineEnd = false;
        foreach (char letter in markdown)
        {
            letters++;
            signs += char.IsPunctuation(letter) || char.IsSymbol(letter) ? 1 : 0;
            if (letter == '\n' && wasLineEnd)
            {
                (cost, signs, letters) = (cost + (signs * letters), 0, 0);
            }

            wasLineEnd = letter == '\n' || (wasLineEnd && char.IsWhiteSpace(letter));
        }

        return cost + (signs * letters);
    }

    private static bool IsHarmless(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && Schemes.Contains(absolute.Scheme, StringComparer.OrdinalIgnoreCase);
}
