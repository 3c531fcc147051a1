using System.Globalization;
using System.Text;
using Hypermax.Generators.Generation.Tuned.Model;

namespace Hypermax.Generators.Generation.Tuned;

/// <summary>Reads JSON objects of plain values with the place of every key.</summary>
/// <remarks>Written here because a generator loads nothing but itself into the compiler.</remarks>
internal sealed class JsonScanner(string text)
{
    private int _at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>Reads an object; the action is called at each key and reads its value.</summary>
    public void ReadObject(Action<TunedEntry> read)
    {
        Expect('{', "an object was expected here");
        if (Peek() == '}')
        {
            _at++;
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        do
        {
            TunedEntry key = ReadKey();
            if (!seen.Add(key.Name))
            {
                throw Broken($"the key '{key.Name}' stands there twice", key.Line, key.Column);
            }

            Expect(':', "a ':' was expected after the key");
            read(key);
        }
        while (TryTake(','));
        Expect('}', "a ',' or '}' was expected here");
    }

    /// <summary>Reads a string, a number, true, false or null.</summary>
    public TunedEntry ReadValue(TunedEntry key)
    {
        char first = Peek();
        if (first == '"')
        {
            return key with { Kind = TunedKind.Text, Text = ReadString() };
        }

        int start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '+' or '-' or '.'))
        {
            _at++;
        }

        string word = text.Substring(start, _at - start);
        TunedKind? kind = word switch
        {
            "true" or "false" => TunedKind.Flag,
            "null" => TunedKind.Nothing,
            _ => IsNumber(word) ? TunedKind.Number : null,
        };
        _at = kind is null ? start : _at;
        return key with { Kind = kind ?? throw BrokenHere("a string, a number, true or false was expected here"), Text = word };
    }

    /// <summary>Checks that nothing follows.</summary>
    public void ReadEnd()
    {
        Peek();
        if (_at < text.Length)
        {
            throw BrokenHere("the file should end here");
        }
    }

    public JsonScannerException Broken(string message, int line, int column) => new(new TunedDamage(message, line, column));

    private TunedEntry ReadKey()
    {
        if (Peek() != '"')
        {
            throw BrokenHere("a key in quotes was expected here");
        }

        (int line, int column) = Position(_at);
        return new TunedEntry(ReadString(), TunedKind.Nothing, string.Empty, line, column);
    }

    private string ReadString()
    {
        StringBuilder value = new();
        int start = _at++;
        while (_at < text.Length && text[_at] is not ('"' or '\n'))
        {
            value.Append(text[_at] == '\\' ? ReadEscape() : text[_at]);
            _at++;
        }

        if (_at >= text.Length || text[_at] == '\n')
        {
            (int line, int column) = Position(start);
            throw Broken("the string that begins here does not end", line, column);
        }

        _at++;
        return value.ToString();
    }

    private char ReadEscape()
    {
        _at++;
        char escaped = _at < text.Length ? text[_at] : '\0';
        if (escaped == 'u' && _at + 4 < text.Length
            && int.TryParse(text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
        {
            _at += 4;
            return (char)code;
        }

        return escaped switch
        {
            '"' or '\\' or '/' => escaped,
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\b',
            'f' => '\f',
            _ => throw BrokenHere("this escape is not one of JSON's"),
        };
    }

    private static bool IsNumber(string word) =>
        word.Length > 0
        && (char.IsDigit(word[0]) || word[0] == '-')
        && double.TryParse(
            word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value)
        && !double.IsInfinity(value) && !double.IsNaN(value);

    private char Peek()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }

        return _at < text.Length ? text[_at] : '\0';
    }

    private bool TryTake(char expected)
    {
        bool found = Peek() == expected;
        _at += found ? 1 : 0;
        return found;
    }

    private void Expect(char expected, string message)
    {
        if (!TryTake(expected))
        {
            throw BrokenHere(message);
        }
    }

    private JsonScannerException BrokenHere(string message)
    {
        (int line, int column) = Position(_at);
        return Broken(message, line, column);
    }

    private (int Line, int Column) Position(int at)
    {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at && i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                (line, start) = (line + 1, i + 1);
            }
        }

        return (line, at - start + 1);
    }
}
