namespace Hypermax.Dashboard.Notes;

/// <summary>Keeps the markup of the notes that were read last: pages ask for the same ones again and again.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal static class RenderedNotes
{
    private static readonly LastKept<string, string> Kept = new(32);

    /// <summary>Gets the markup of a note.</summary>
    /// <param name="stamp">Its stamp.</param>
    /// <param name="markdown">Its text.</param>
    public static string Of(string stamp, string markdown) => Kept.Get(stamp, () => NoteMarkdown.ToHtml(markdown));
}
