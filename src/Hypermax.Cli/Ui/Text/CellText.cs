using System.Globalization;
using Spectre.Console.Rendering;

namespace Hypermax.Ui.Text;

/// <summary>Text in cells of a terminal, where some characters take two and some none.</summary>
internal static class CellText
{
    /// <summary>Gets the width in cells.</summary>
    public static int Width(string text) => Ascii(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>Gets the beginning of a text that fits into so many cells.</summary>
    public static string Cut(string text, int width)
    {
        if (Ascii(text))
        {
            return text.Length <= width ? text : text[..Math.Max(0, width)];
        }

        int used = 0;
        int end = 0;
        for (int i = 0; i < text.Length; i = end)
        {
            int length = StringInfo.GetNextTextElementLength(text.AsSpan(i));
            int cells = Width(text, i, length);
            if (used + cells > width)
            {
                break;
            }

            used += cells;
            end = i + length;
        }

        return text[..end];
    }

    /// <summary>Cuts or fills a text to exactly so many cells.</summary>
    public static string Fit(string text, int width, bool isRight = false)
    {
        string cut = Cut(text, width);
        string blanks = new(' ', Math.Max(0, width - Width(cut)));
        return isRight ? blanks + cut : cut + blanks;
    }

    /// <summary>Breaks a text into lines of at most so many cells, at blanks where there are any.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        string rest = text;
        while (Width(rest) > width && width > 0)
        {
            string line = Cut(rest, width);
            int blank = line.LastIndexOf(' ');
            line = blank > width / 3 ? line[..blank] : line;
            line = line.Length == 0 ? rest[..1] : line;
            yield return line;
            rest = rest[line.Length..].TrimStart(' ');
        }

        yield return rest;
    }

    private static int Width(string text, int start, int length) =>
        length == 1 && text[start] < 0x7f ? 1 : new Segment(text.Substring(start, length)).CellCount();

    private static bool Ascii(string text) => System.Text.Ascii.IsValid(text);
}
