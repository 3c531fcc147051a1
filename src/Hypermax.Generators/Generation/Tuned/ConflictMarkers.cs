using System.Globalization;
using Hypermax.Generators.Generation.Tuned.Model;

namespace Hypermax.Generators.Generation.Tuned;

/// <summary>Finds what version control leaves in a file where two changes meet: lines that begin with seven of one sign.</summary>
internal static class ConflictMarkers
{
    private const int Length = 7;

    /// <summary>Gets the first marker, or null. No line of a tuned file begins so: texts in it have no line ends.</summary>
    public static TunedDamage? Find(string text)
    {
        int line = 1;
        for (int start = 0; start < text.Length; line++)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (IsMarker(text, start, end))
            {
                return new TunedDamage(
                    $"line {line.ToString(CultureInfo.InvariantCulture)} is '{text.Substring(start, end - start).TrimEnd()}'", line, 1, IsConflict: true);
            }

            start = end + 1;
        }

        return null;
    }

    private static bool IsMarker(string text, int start, int end)
    {
        if (end - start < Length || text[start] is not ('<' or '=' or '>' or '|'))
        {
            return false;
        }

        for (int i = start; i < start + Length; i++)
        {
            if (text[i] != text[start])
            {
                return false;
            }
        }

        return end - start == Length || char.IsWhiteSpace(text[start + Length]);
    }
}
