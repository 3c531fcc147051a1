using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hypermax.Dashboard.Notes;

/// <summary>Turns Markdown into markup that does nothing: HTML in it is text, links lead to the web only, and pictures become links.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal static class NoteMarkdown
{
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

            return Markdig.Markdown.ToHtml(document, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than anybody writes.
            return $"<pre>{System.Net.WebUtility.HtmlEncode(markdown)}</pre>";
        }
    }

    private static bool IsHarmless(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && Schemes.Contains(absolute.Scheme, StringComparer.OrdinalIgnoreCase);
}
