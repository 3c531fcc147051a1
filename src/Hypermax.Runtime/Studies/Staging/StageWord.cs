namespace Hypermax.Studies.Staging;

/// <summary>A word or sign of the line that describes stages.</summary>
/// <param name="Text">The text, without quotes and brackets.</param>
/// <param name="Place">The index of its first character.</param>
/// <param name="Kind">A letter: <c>w</c> for a word, <c>q</c> for one in quotes, <c>o</c> for options in brackets, <c>s</c> for a sign, <c>e</c> for the
/// end.</param>
internal sealed record StageWord(string Text, int Place, char Kind)
{
    private const string Signs = ";,:|";
    private const string Quotes = "'\"";

    private static readonly string[] Reserved =
        ["narrow", "only", "vary", "turns", "for", "quantiles", "margin", "choices", "of", "then"];

    /// <summary>Gets whether this is the end of the text.</summary>
    public bool IsEnd => Kind == 'e';

    /// <summary>Gets whether this is a sign.</summary>
    public bool IsSign => Kind == 's';

    /// <summary>Gets whether these are options in brackets.</summary>
    public bool IsOptions => Kind == 'o';

    /// <summary>Gets whether the word begins like a number.</summary>
    public bool IsNumber => Kind == 'w' && (char.IsAsciiDigit(Text[0]) || Text[0] is '-' or '+');

    /// <summary>Tells whether this is a word of the language or a sign; what stands in quotes is neither.</summary>
    public bool Is(string word) => Kind is 'w' or 's' && Text == word;

    /// <summary>Puts a name in quotes where it would be read as something else.</summary>
    public static string Quote(string name) => Reserved.Contains(name, StringComparer.Ordinal)
        || name.Any(letter => char.IsWhiteSpace(letter) || Signs.Contains(letter) || Quotes.Contains(letter) || letter is '(' or ')')
        ? name.Contains('\'') ? $"\"{name}\"" : $"'{name}'"
        : name;

    /// <summary>Splits a text.</summary>
    /// <returns>The words; the last is the end.</returns>
    /// <exception cref="FormatException">A quote or a bracket is not closed.</exception>
    public static IReadOnlyList<StageWord> Split(string text)
    {
        List<StageWord> words = [];
        int next = 0;
        while (next < text.Length)
        {
            char first = text[next];
            if (char.IsWhiteSpace(first))
            {
                next++;
            }
            else if (Signs.Contains(first))
            {
                words.Add(new StageWord(first.ToString(), next++, 's'));
            }
            else if (first == '(' || Quotes.Contains(first))
            {
                int end = text.IndexOf(first == '(' ? ')' : first, next + 1);
                if (end < 0)
                {
                    throw new FormatException(FormattableString.Invariant($"The {first} of character {next + 1} of the stages is not closed. Close it."));
                }

                words.Add(new StageWord(text[(next + 1)..end], next, first == '(' ? 'o' : 'q'));
                next = end + 1;
            }
            else
            {
                int start = next;
                while (next < text.Length && !char.IsWhiteSpace(text[next]) && !Signs.Contains(text[next]) && text[next] != '(')
                {
                    next++;
                }

                words.Add(new StageWord(text[start..next], start, 'w'));
            }
        }

        words.Add(new StageWord(string.Empty, text.Length, 'e'));
        return words;
    }
}
