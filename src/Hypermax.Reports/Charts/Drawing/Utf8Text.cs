using System.Buffers.Text;
using System.Text;

namespace Hypermax.Charts.Drawing;

/// <summary>A text that grows at its end, kept in UTF-8 because that is what files are.</summary>
/// <remarks>Not safe to share between threads.</remarks>
internal sealed class Utf8Text
{
    /// <summary>The buffer of the last text of this thread: charts come in hundreds of about the same size.</summary>
    [ThreadStatic]
    private static byte[]? _last;

    private byte[] _bytes = Interlocked.Exchange(ref _last, null) ?? new byte[64 * 1024];
    private int _length;

    public Utf8Text Append(char character)
    {
        if (character >= 0x80)
        {
            return Append([character]);
        }

        if (_length == _bytes.Length)
        {
            MakeRoom(1);
        }

        _bytes[_length++] = (byte)character;
        return this;
    }

    public Utf8Text Append(ReadOnlySpan<char> text)
    {
        MakeRoom(3 * text.Length);
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
        return this;
    }

    public Utf8Text AppendBase64(ReadOnlySpan<byte> data)
    {
        MakeRoom(Base64.GetMaxEncodedToUtf8Length(data.Length));
        Base64.EncodeToUtf8(data, _bytes.AsSpan(_length), out _, out int written);
        _length += written;
        return this;
    }

    /// <summary>Ends the text and gets its bytes.</summary>
    public byte[] Finish()
    {
        byte[] text = _bytes[.._length];
        _last = _bytes;
        (_bytes, _length) = ([], 0);
        return text;
    }

    private void MakeRoom(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + count));
        }
    }
}
