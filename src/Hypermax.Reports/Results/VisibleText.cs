using System.Text;

namespace Hypermax.Results;

/// <summary>Marks what makes a text look like something it is not, on a page as in a terminal: control characters, which also begin escapes that move the
/// cursor, and overrides of the direction of writing. Tabs and ends of lines stay.</summary>
internal static class VisibleText
{
    /// <summary>Gets a text with a mark in the place of each such character.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsTreacherous))
        {
            return text;
        }

        StringBuilder visible = new(text.Length);
        foreach (char character in text)
        {
            visible.Append(Of(character));
        }

        return visible.ToString();
    }

    /// <summary>Gets a character, or a mark in its place.</summary>
    public static char Of(char character) => IsTreacherous(character) ? '\uFFFD' : character;

    private static bool IsTreacherous(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\t')) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
