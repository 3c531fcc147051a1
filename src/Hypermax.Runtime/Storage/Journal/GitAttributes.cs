using System.Text;
using Hypermax.Files;

namespace Hypermax.Storage.Journal;

/// <summary>The file that keeps version control from converting the ends of a journal's lines and from merging two journals line by line.</summary>
internal static class GitAttributes
{
    public const string FileName = ".gitattributes";

    private const string Content = """
        # Every record of a journal has a checksum, and two journals cannot be merged: take one side.
        journal*.jsonl -text -merge

        """;

    /// <summary>Writes the file into the folder of a new study, unless there is one; a study without it loses nothing.</summary>
    public static void Write(string folder)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(path))
            {
                using FileStream file = PlainFile.Create(path, FileShare.Read);
                file.Write(Encoding.UTF8.GetBytes(Content.ReplaceLineEndings("\n")));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whatever is wrong with the folder, the journal meets it too.
        }
    }
}
