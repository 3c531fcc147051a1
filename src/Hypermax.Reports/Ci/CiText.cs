using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hypermax.Ci;

/// <summary>Texts as all formats need them.</summary>
internal static class CiText
{
    private const int Longest = 4000;

    /// <summary>Gets a text with a mark for what no format can carry: control characters other than tab and line ends, and halves of characters.</summary>
    /// <remarks>It ends at a length that servers take.</remarks>
    public static string Clean(string text)
    {
        StringBuilder clean = new(Math.Min(text.Length, Longest));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length >= Longest)
            {
                return clean.Append('…').ToString();
            }

            bool isBroken = Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune.Value is 0xFFFE or 0xFFFF;
            bool isSafe = !isBroken || rune.Value is '\t' or '\n' or '\r';
            clean.Append(isSafe ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }

    /// <summary>Gets a clean text in one line.</summary>
    public static string OneLine(string text) => Clean(text).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();

    /// <summary>Gets a value as people read it, the same in every culture.</summary>
    public static string Value(double? value) => value is { } number ? number.ToString("G5", CultureInfo.InvariantCulture) : "none";

    /// <summary>Gets a name that every file system takes.</summary>
    public static string FileName(string name) =>
        string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_'));

    /// <summary>Gets 32 hexadecimal digits that stay the same while the parts do.</summary>
    public static string Fingerprint(params string[] parts) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32].ToLowerInvariant();
}
