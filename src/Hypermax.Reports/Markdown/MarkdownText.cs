using System.Text;

namespace Hypermax.Markdown;

/// <summary>Makes any text inert in Markdown: nothing a parameter or an error message says can become markup, a mention or a link.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>()#+!|~&@:$=";

    /// <summary>Gets a text as one line of plain words.</summary>
    /// <param name="text">Any text.</param>
    public static string Plain(string text)
    {
        StringBuilder escaped = new(text.Length + 8);
        foreach (char character in OneLine(text))
        {
            // '@' and ':' cannot be escaped everywhere by a backslash; their character references can never start a mention or a link.
            _ = character switch
            {
                '@' => escaped.Append("&#64;"),
                ':' => escaped.Append("&#58;"),
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                _ when Special.Contains(character, StringComparison.Ordinal) && character is not ('=' or '(' or ')' or '+') => escaped.Append('\\').Append(
                    character),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString().Replace("www.", "www&#46;", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Gets a text as a code span that also stands in a table cell.</summary>
    /// <param name="text">Any text.</param>
    public static string Code(string text)
    {
        string line = OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);
        if (line.Length == 0)
        {
            return string.Empty;
        }

        string fence = new('`', LongestRun(line, '`') + 1);
        string space = line[0] == '`' || line[^1] == '`' ? " " : string.Empty;
        return $"{fence}{space}{line}{space}{fence}";
    }

    private static string OneLine(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (char character in text)
        {
            line.Append(char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character);
        }

        return line.ToString().Trim();
    }

    private static int LongestRun(string text, char wanted)
    {
        int longest = 0;
        int run = 0;
        foreach (char character in text)
        {
            run = character == wanted ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
