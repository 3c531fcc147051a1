using System.Globalization;

namespace Hypermax.Generators.Generation.Declarations;

/// <summary>The words of source text that may be names. Those of comments and strings are among them:
/// too many words cost time only, a missing one would be a mistake.</summary>
internal static class SourceWords
{
    /// <summary>Adds the words of a text; false when a name may be spelled so that its letters do not stand in the text.</summary>
    public static bool AddTo(ISet<string> words, string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            char letter = i < text.Length ? text[i] : ' ';
            if (IsPart(letter))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && !char.IsDigit(text[start]))
            {
                words.Add(text.Substring(start, i - start));
            }

            start = -1;
            if (IsHidden(text, i, letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPart(char letter) => letter < 128
        ? letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
        : char.IsLetterOrDigit(letter)
            || char.GetUnicodeCategory(letter) is UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.ConnectorPunctuation;

    // \u0041 is the letter A in a name, and the compiler drops formatting characters from names.
    private static bool IsHidden(string text, int i, char letter) =>
        (letter == '\\' && i + 1 < text.Length && text[i + 1] is 'u' or 'U')
        || (letter >= 128 && char.GetUnicodeCategory(letter) == UnicodeCategory.Format);
}
