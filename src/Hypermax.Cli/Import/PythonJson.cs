using System.Text;

namespace Hypermax.Import;

/// <summary>JSON as Python writes it: NaN and infinities stand there as bare words, which JSON has not.</summary>
internal static class PythonJson
{
    private static readonly string[] Words = ["-Infinity", "Infinity", "NaN"];

    /// <summary>Puts those words in quotes, outside of texts.</summary>
    public static string Quoted(string line)
    {
        if (!line.Contains("NaN", StringComparison.Ordinal) && !line.Contains("Infinity", StringComparison.Ordinal))
        {
            return line;
        }

        StringBuilder text = new(line.Length + 16);
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            isQuoted ^= line[i] == '"' && !IsEscaped(line, i);
            string? word = isQuoted ? null : Array.Find(Words, word => string.CompareOrdinal(line, i, word, 0, word.Length) == 0);
            text.Append(word is null ? line[i].ToString() : $"\"{word}\"");
            i += word is null ? 0 : word.Length - 1;
        }

        return text.ToString();
    }

    private static bool IsEscaped(string line, int quote)
    {
        int slashes = 0;
        while (quote - slashes > 0 && line[quote - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }
}
