using System.Text;

namespace Hypermax.Execution.Command;

/// <summary>Splits a line into words by the quoting rules of POSIX shells.</summary>
internal static class CommandLine
{
    public static IReadOnlyList<string> Split(string line)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool inWord = false;
        char quote = '\0';
        for (int i = 0; i < line.Length; i++)
        {
            char unit = line[i];
            if (unit == '\\' && quote != '\'' && i + 1 < line.Length && (quote == '\0' || line[i + 1] is '"' or '\\'))
            {
                word.Append(line[++i]);
                inWord = true;
            }
            else if (quote != '\0' ? unit == quote : unit is '"' or '\'')
            {
                quote = quote == '\0' ? unit : '\0';
                inWord = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(unit))
            {
                Finish(words, word, ref inWord);
            }
            else
            {
                word.Append(unit);
                inWord = true;
            }
        }

        if (quote != '\0')
        {
            throw new FormatException($"The command '{line}' opens a quote {quote} that it does not close.");
        }

        Finish(words, word, ref inWord);
        return words;
    }

    /// <summary>Quotes a word so that a POSIX shell reads it as it is.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(unit => char.IsAsciiLetterOrDigit(unit) || "_-./:=@%+,".Contains(unit, StringComparison.Ordinal))
        ? word
        : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static void Finish(List<string> words, StringBuilder word, ref bool inWord)
    {
        if (inWord)
        {
            words.Add(word.ToString());
        }

        word.Clear();
        inWord = false;
    }
}
