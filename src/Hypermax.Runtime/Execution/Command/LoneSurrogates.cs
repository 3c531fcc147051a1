using System.Globalization;
using System.Text;

namespace Hypermax.Execution.Command;

/// <summary>Replaces what JSON's escapes can say but no text can hold: one half of a pair, such as <c>\udcff</c>.</summary>
/// <remarks>Python writes such escapes for bytes of file names that it could not decode.</remarks>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Gets the text with every lone half replaced by the escape of the replacement character.</summary>
    public static string Replace(string json)
    {
        if (!json.Contains("\\u", StringComparison.Ordinal))
        {
            return json;
        }

        StringBuilder? mended = null;
        for (int i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                continue;
            }

            char unit = UnitAt(json, i);
            if (!char.IsSurrogate(unit))
            {
                i++;
            }
            else if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(json, i + EscapeLength)))
            {
                i += (2 * EscapeLength) - 1;
            }
            else
            {
                mended ??= new StringBuilder(json);
                mended.Remove(i, EscapeLength).Insert(i, "\\ufffd");
                i += EscapeLength - 1;
            }
        }

        return mended?.ToString() ?? json;
    }

    // The code unit that an escape stands for, or 0 where there is none.
    private static char UnitAt(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) ? (char)unit : '\0';
}
