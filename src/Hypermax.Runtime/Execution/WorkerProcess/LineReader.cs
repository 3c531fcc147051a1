namespace Hypermax.Execution.WorkerProcess;

/// <summary>Cuts a stream of bytes into lines without copying those that arrive whole.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>No message is longer; a stream without line ends must not fill our memory.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isSkipping;

    /// <summary>Reads the next line; what it returns is valid until the next call. Lines longer than any message are passed over.</summary>
    /// <returns>False at the end of the stream; half a line at the end is dropped.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        int searched = _start;
        while (true)
        {
            int at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = _buffer.AsMemory(_start, searched + at - _start);
                _start = searched = searched + at + 1;
                if (!_isSkipping)
                {
                    return true;
                }

                _isSkipping = false;
                continue;
            }

            MakeRoom();
            searched = _end;
            int count = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (count == 0)
            {
                line = default;
                return false;
            }

            _end += count;
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        if (_isSkipping || _buffer.Length >= LongestLine)
        {
            _isSkipping = true;
            _end = 0;
        }
        else
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
