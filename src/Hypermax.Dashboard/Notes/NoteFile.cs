using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hypermax.Dashboard.Contracts;
using Hypermax.Writing;

namespace Hypermax.Dashboard.Notes;

/// <summary>Notes in Markdown as files in the folder of a study: <c>notes.md</c>, and <c>notes/trial_12.md</c>.</summary>
internal static class NoteFile
{
    private const int MostLetters = 100_000;

    /// <summary>Reads a note; empty where there is none.</summary>
    public static NoteText Read(string folder, int? trial)
    {
        string markdown = TextOf(PathOf(folder, trial));
        return new NoteText(markdown, NoteMarkdown.ToHtml(markdown), StampOf(markdown));
    }

    /// <summary>Saves a note; false when it is no longer the one that was read.</summary>
    /// <exception cref="FormatException">It is too long.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static bool Write(string folder, int? trial, string markdown, string? stamp)
    {
        if (markdown.Length > MostLetters)
        {
            throw new FormatException(FormattableString.Invariant($"The note has {markdown.Length} letters; it may have {MostLetters}. Shorten it."));
        }

        string path = PathOf(folder, trial);
        if (stamp != StampOf(TextOf(path)))
        {
            return false;
        }

        if (markdown.Length == 0)
        {
            File.Delete(path);
            return true;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(markdown.ReplaceLineEndings("\n")));
        return true;
    }

    private static string PathOf(string folder, int? trial) => trial is int number
        ? Path.Combine(folder, "notes", string.Create(CultureInfo.InvariantCulture, $"trial_{number}.md"))
        : Path.Combine(folder, "notes.md");

    private static string TextOf(string path)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length <= 4 * MostLetters ? File.ReadAllText(path) : string.Empty;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private static string StampOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
