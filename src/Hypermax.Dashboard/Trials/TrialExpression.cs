using Hypermax.Tables;

namespace Hypermax.Dashboard.Trials;

/// <summary>The filter language of tables and charts: words that must all occur in a row, and comparisons such as <c>rate&lt;0.1</c>.</summary>
/// <remarks>Comparisons are those of <c>hypermax trials --filter</c>; names and values with blanks stand in quotes.</remarks>
internal static class TrialExpression
{
    private const int MostLetters = 2000;

    /// <summary>Understands a filter.</summary>
    /// <param name="text">The text; an empty one lets all pass.</param>
    /// <param name="table">The table whose columns it names.</param>
    /// <exception cref="FormatException">It is too long, names no column, or compares with no number.</exception>
    public static Func<TrialRecord, bool> Compile(string text, TrialTable table)
    {
        if (text.Length > MostLetters)
        {
            throw new FormatException(FormattableString.Invariant($"The filter has {text.Length} letters; it may have {MostLetters}. Shorten it."));
        }

        Func<TrialRecord, bool>[] tests = [.. Terms(text).Select(term => Compile(term, table))];
        return tests.Length == 0 ? _ => true : trial => Array.TrueForAll(tests, test => test(trial));
    }

    private static Func<TrialRecord, bool> Compile((string Text, bool HasSign) term, TrialTable table)
    {
        if (term.HasSign)
        {
            return TrialFilter.Parse(term.Text, table).Passes;
        }

        IReadOnlyList<TrialColumn> columns = table.Columns;
        return trial => columns.Any(column => column.Text(trial).Contains(term.Text, StringComparison.OrdinalIgnoreCase));
    }

    // Signs within quotes belong to the word.
    private static IEnumerable<(string Text, bool HasSign)> Terms(string text)
    {
        System.Text.StringBuilder term = new();
        (bool isQuoted, bool hasSign) = (false, false);
        foreach (char letter in text + " ")
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (char.IsWhiteSpace(letter) && !isQuoted)
            {
                if (term.Length > 0)
                {
                    yield return (term.ToString(), hasSign);
                }

                term.Clear();
                hasSign = false;
            }
            else
            {
                hasSign |= !isQuoted && term.Length > 0 && letter is '<' or '>' or '=' or '!' or '~';
                term.Append(letter);
            }
        }

        if (term.Length > 0)
        {
            yield return (term.ToString().TrimEnd(), hasSign);
        }
    }
}
