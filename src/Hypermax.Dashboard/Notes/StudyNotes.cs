using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hypermax.Dashboard.Contracts;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Notes;

/// <summary>Notes in Markdown among the papers of a study: <c>notes.md</c>, and <c>notes/trial_12.md</c>.</summary>
internal static class StudyNotes
{
    private const int MostLetters = 100_000;

    /// <summary>Reads a note; empty where there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static NoteText Read(StudyPlace place, int? trial)
    {
        string markdown = place.Papers.Read(NameOf(trial));
        string stamp = StampOf(markdown);
        return new NoteText(markdown, RenderedNotes.Of(stamp, markdown), stamp, place.Means.Refusal);
    }

    /// <summary>Saves a note; false when it is no longer the one that was read.</summary>
    /// <exception cref="FormatException">It is too long.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static bool Write(StudyPlace place, int? trial, string markdown, string? stamp)
    {
        if (markdown.Length > MostLetters)
        {
            throw new FormatException(FormattableString.Invariant($"The note has {markdown.Length} letters; it may have {MostLetters}. Shorten it."));
        }

        string before = place.Papers.Read(NameOf(trial));
        return stamp == StampOf(before) && place.Papers.Write(NameOf(trial), markdown.ReplaceLineEndings("\n"), before);
    }

    private static string NameOf(int? trial) => trial is int number ? string.Create(CultureInfo.InvariantCulture, $"notes/trial_{number}.md") : "notes.md";

    private static string StampOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
