using System.Globalization;
using System.Text;

namespace Hypermax.Charts;

/// <summary>Turns the names of parameters into segments of file names: safe on every system, each different.</summary>
/// <remarks>Letters, digits, <c>-</c>, <c>_</c> and inner dots stay; anything else becomes <c>_</c>. Long names are cut and end in
/// a hash; names reserved on Windows get a <c>_</c>; names that differ only by case or by what was replaced get a number.</remarks>
internal sealed class ChartNames
{
    private const int MostLetters = 60;

    private static readonly HashSet<string> Reserved = new(
        [
            "CON",
            "PRN",
            "AUX",
            "NUL",
            "CLOCK$",
            .. Enumerable.Range(0, 10).SelectMany(
                i => (string[])[$"COM{i.ToString(CultureInfo.InvariantCulture)}", $"LPT{i.ToString(CultureInfo.InvariantCulture)}"]),
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly string[] _segments;

    /// <summary>Chooses the segments for the parameters of a space; the same space always gives the same.</summary>
    /// <param name="space">The space.</param>
    public ChartNames(SearchSpace space)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        _segments = new string[space.Count];
        for (int i = 0; i < _segments.Length; i++)
        {
            string wanted = Safe(space.Parameters[i].Name);
            string name = wanted;
            for (int number = 2; !taken.Add(name); number++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{wanted}~{number}");
            }

            _segments[i] = name;
        }
    }

    /// <summary>Gets the segment of a parameter.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    public string this[int parameter] => _segments[parameter];

    /// <summary>Gets a safe segment for any text.</summary>
    /// <param name="text">The text.</param>
    public static string Safe(string text)
    {
        StringBuilder safe = new(text.Length);
        foreach (char character in text)
        {
            safe.Append(
                char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' || (character > 127 && char.IsLetterOrDigit(character))
                    ? character
                    : '_');
        }

        string name = safe.ToString().TrimStart('.').TrimEnd('.');
        if (name.Length > MostLetters)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{name[..MostLetters].TrimEnd('.')}~{Hash(text):x8}");
        }

        string stem = name.Split('.')[0];
        return name.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"_{Hash(text):x8}")
            : Reserved.Contains(stem) ? "_" + name
            : name;
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (byte unit in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ unit) * 16777619);
        }

        return hash;
    }
}
