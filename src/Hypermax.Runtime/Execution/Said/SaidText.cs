using System.Globalization;

namespace Hypermax.Execution.Said;

/// <summary>Makes any text fit to be recorded: whole characters only, and no more of them than anybody reads.</summary>
internal static class SaidText
{
    private const char Replacement = '\ufffd';

    /// <summary>How far a text may go beyond its cap: room for our own words around it, and for the note of an earlier cut.</summary>
    private const int Slack = 512;

    /// <summary>Replaces what does not encode and cuts what is too long, with a note of how much was left out.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <param name="most">How many characters are kept.</param>
    public static string Fit(string? text, int most)
    {
        text ??= string.Empty;
        if (text.Length <= most + Slack)
        {
            return WholeCharacters(text);
        }

        int kept = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return WholeCharacters(text[..kept]) + string.Create(CultureInfo.InvariantCulture, $" … ({text.Length - kept} more characters left out)");
    }

    /// <summary>Cuts a text to what fits into a sentence.</summary>
    public static string Short(string text) => text.Length <= 120 ? text : WholeCharacters(text[..117]) + "...";

    // A lone half of a surrogate pair has no form in UTF-8, so no file and no page could hold it.
    private static string WholeCharacters(string text)
    {
        int first = FirstLone(text, 0);
        return first < 0 ? text : string.Create(text.Length, (text, first), static (whole, state) =>
        {
            state.text.CopyTo(whole);
            for (int at = state.first; at >= 0; at = FirstLone(state.text, at + 1))
            {
                whole[at] = Replacement;
            }
        });
    }

    private static int FirstLone(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
