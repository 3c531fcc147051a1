using System.Text;

namespace Hypermax.Execution.Command;

/// <summary>Turns what a program prints into UTF-8 without a byte order mark, whichever encoding the mark at its beginning names.</summary>
/// <remarks>Programs on .NET and PowerShell write such marks, and UTF-16, when they are told to use "Unicode". Used by one reading thread.</remarks>
internal sealed class OutputText
{
    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xFF, 0xFE, 0, 0], Encoding.UTF32),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: false)),
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    private readonly List<byte> _beginning = [];
    private Decoder? _decoder;
    private bool _isKnown;

    /// <summary>Converts the next bytes.</summary>
    public ReadOnlyMemory<byte> Convert(ReadOnlyMemory<byte> bytes)
    {
        if (_isKnown)
        {
            return _decoder is null ? bytes : Decode(bytes.Span);
        }

        _beginning.AddRange(bytes.Span);
        return Marks.Any(mark => _beginning.Count < mark.Mark.Length && mark.Mark.AsSpan().StartsWith([.. _beginning])) ? default : Begin();
    }

    /// <summary>Converts what is left when nothing more comes; half a character is dropped.</summary>
    public ReadOnlyMemory<byte> Finish() => _isKnown ? default : Begin();

    private ReadOnlyMemory<byte> Begin()
    {
        _isKnown = true;
        byte[] beginning = [.. _beginning];
        foreach ((byte[] mark, Encoding encoding) in Marks)
        {
            if (beginning.AsSpan().StartsWith(mark))
            {
                _decoder = encoding is UTF8Encoding ? null : encoding.GetDecoder();
                return _decoder is null ? beginning.AsMemory(mark.Length) : Decode(beginning.AsSpan(mark.Length));
            }
        }

        return beginning;
    }

    private ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> bytes)
    {
        char[] text = new char[_decoder!.GetCharCount(bytes, flush: false)];
        int count = _decoder.GetChars(bytes, text, flush: false);
        return Encoding.UTF8.GetBytes(text, 0, count);
    }
}
