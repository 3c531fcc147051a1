using Hypermax.Charts.Drawing.Fonts;

namespace Hypermax.Charts.Drawing;

/// <summary>Makes any text fit to be drawn: one line, no control characters, no halves of characters, not too wide.</summary>
internal static class LabelText
{
    /// <summary>Gets a text in one line.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0000', '\u001f')
            && !text.AsSpan().ContainsAnyInRange('\u007f', '\u009f')
            && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')
            && !text.AsSpan().ContainsAnyInRange('\u2028', '\u202e') && !text.AsSpan().ContainsAnyInRange('\ufffe', '\uffff'))
        {
            return text;
        }

        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            if (char.IsHighSurrogate(characters[i]) && i + 1 < characters.Length && char.IsLowSurrogate(characters[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(characters[i]) || characters[i] >= '\ufffe')
            {
                characters[i] = '\ufffd';
            }
            else if (char.IsControl(characters[i]) || characters[i] is >= '\u2028' and <= '\u202e')
            {
                characters[i] = ' ';
            }
        }

        return new string(characters);
    }

    /// <summary>Gets a text in one line that is at most so wide, its end cut off with an ellipsis where it must be.</summary>
    public static string Fit(string text, double width, TextStyle style)
    {
        string clean = Clean(text.Length > 400 ? text[..400] : text);
        if (ChartFonts.Width(clean, style) <= width)
        {
            return clean;
        }

        int length = clean.Length;
        while (length > 1 && ChartFonts.Width(clean[..length], style) + style.Size > width)
        {
            length--;
        }

        length -= length > 1 && char.IsHighSurrogate(clean[length - 1]) ? 1 : 0;
        return clean[..length].TrimEnd() + "…";
    }
}
