using System.Globalization;

namespace Hypermax.Sampling.Atpe.GradientTrees;

/// <summary>The lines <c>key=value</c> of one block of a model file: its head, or a tree.</summary>
/// <remarks>Keys that nobody asks for are ignored; what is asked for and is not as it must be is a fault with its line.</remarks>
internal sealed class KeyLines
{
    private readonly Dictionary<string, (string Value, int Line)> _values = new(StringComparer.Ordinal);
    private readonly ModelLines _lines;
    private readonly string _block;
    private readonly int _first;

    private KeyLines(ModelLines lines, string block) => (_lines, _block, _first) = (lines, block, lines.Number);

    /// <summary>Reads on until a line that ends the block, which is left as the current one.</summary>
    /// <param name="lines">The file, at the first line of the block.</param>
    /// <param name="block">What the block is called when something is wrong with it.</param>
    /// <param name="isEnd">Tells whether a line is behind the block.</param>
    public static KeyLines Read(ModelLines lines, string block, Func<string, bool> isEnd)
    {
        KeyLines keys = new(lines, block);
        for (; !lines.IsEnd && !isEnd(lines.Current); lines.Next())
        {
            int equals = lines.Current.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? lines.Current : lines.Current[..equals];
            keys._values[key] = (equals < 0 ? string.Empty : lines.Current[(equals + 1)..], lines.Number);
        }

        return keys;
    }

    /// <summary>Tells whether there is a key, or a word on a line of its own.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Gets a text, or null when its key is not there.</summary>
    public string? Text(string key) => _values.TryGetValue(key, out (string Value, int Line) found) ? found.Value : null;

    /// <summary>Gets one whole number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">The smallest number it may be.</param>
    /// <param name="absent">The number when the key is not there, or null when it must be.</param>
    public int Whole(string key, int least, int? absent = null)
    {
        if (absent is int value && !Has(key))
        {
            return value;
        }

        (string text, int line) = Get(key);
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) && number >= least ? number
            : throw _lines.Fault(line, FormattableString.Invariant($"'{key}' is '{Short(text)}' but must be a whole number of at least {least}"));
    }

    /// <summary>Gets a list of whole numbers.</summary>
    public int[] Wholes(string key, int length) => List<int>(key, length, text =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : null, "a whole number");

    /// <summary>Gets a list of bits, each 32 of them as one number.</summary>
    public uint[] Words(string key, int length) => List<uint>(key, length, text =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint number) ? number : null, "a whole number from 0 to 4294967295");

    /// <summary>Gets a list of numbers.</summary>
    public double[] Numbers(string key, int length) => List<double>(key, length, Number, "a number");

    /// <summary>Makes what is said of a fault in the value of a key.</summary>
    public FormatException Fault(string key, string fault) =>
        _lines.Fault(_values.TryGetValue(key, out (string Value, int Line) found) ? found.Line : _first, fault);

    private T[] List<T>(string key, int length, Func<string, T?> parse, string kind)
        where T : struct
    {
        (string text, int line) = Get(key);
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != length)
        {
            throw _lines.Fault(line, FormattableString.Invariant($"'{key}' of {_block} has {words.Length} values but must have {length}"));
        }

        return Array.ConvertAll(
            words, word => parse(word) ?? throw _lines.Fault(line, $"'{key}' of {_block} has the value '{Short(word)}', which is not {kind}"));
    }

    private static double? Number(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsNaN(number) ? number : null,
    };

    private (string Value, int Line) Get(string key) =>
        _values.TryGetValue(key, out (string Value, int Line) found) ? found : throw _lines.Fault(_first, $"{_block} has no line '{key}='");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
