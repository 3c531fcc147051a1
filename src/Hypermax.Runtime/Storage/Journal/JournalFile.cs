namespace Hypermax.Storage.Journal;

/// <summary>The append-only file of a journal: reads the lines it has not read yet, and adds lines in one write each.</summary>
/// <remarks>A line that is torn or changed is told with its position and passed over; nothing is ever cut off or rewritten.</remarks>
internal sealed class JournalFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly List<DamagedLine> _damaged = [];
    private byte[] _buffer = new byte[1 << 16];
    private long _read;
    private int _lines;
    private bool _endsWithinLine;

    public JournalFile(string path, bool canWrite)
    {
        Path = path;
        _stream = new FileStream(path, new FileStreamOptions
        {
            Mode = canWrite ? FileMode.OpenOrCreate : FileMode.Open,
            Access = canWrite ? FileAccess.ReadWrite : FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        });
    }

    public string Path { get; }

    /// <summary>The lines that were passed over so far.</summary>
    public IReadOnlyList<DamagedLine> Damaged => _damaged;

    /// <summary>Calls back with every sound line added since the last call.</summary>
    public void ReadNew(Action<ReadOnlyMemory<byte>> line)
    {
        long length = _stream.Length;
        int filled = 0;
        while (_read + filled < length)
        {
            if (filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            _stream.Position = _read + filled;
            int got = _stream.Read(_buffer, filled, (int)Math.Min(_buffer.Length - filled, length - _read - filled));
            if (got == 0)
            {
                break;
            }

            filled += got;
            int used = ReadLines(filled, line);
            Buffer.BlockCopy(_buffer, used, _buffer, 0, filled - used);
            filled -= used;
        }

        _endsWithinLine = filled > 0;
    }

    /// <summary>Settles the bytes after the last line feed, when nobody can be in the middle of writing them: a whole record, or a torn one.</summary>
    public void SettleEnd(Action<ReadOnlyMemory<byte>> line)
    {
        if (!_endsWithinLine)
        {
            return;
        }

        byte[] rest = new byte[_stream.Length - _read];
        _stream.Position = _read;
        _stream.ReadExactly(rest);
        if (JournalLine.IsSound(rest))
        {
            line(rest);
        }
        else
        {
            _damaged.Add(new DamagedLine(_lines + 1, _read, _stream.Length - _read, IsEnd: true));
        }
    }

    /// <summary>Adds lines, each ended by a line feed; forces them to the disk if asked.</summary>
    public void Append(ReadOnlySpan<byte> lines, bool durable)
    {
        _stream.Position = _stream.Length;
        if (_endsWithinLine)
        {
            // What a dead writer left behind becomes a damaged line of its own; the new one starts clean.
            _stream.Write("\n"u8);
            _lines++;
            _endsWithinLine = false;
        }

        _endsWithinLine = true;
        _stream.Write(lines);
        _endsWithinLine = false;
        _lines += lines.Count((byte)'\n');
        _read = _stream.Position;
        if (durable)
        {
            _stream.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => _stream.Dispose();

    private int ReadLines(int filled, Action<ReadOnlyMemory<byte>> line)
    {
        int start = 0;
        while (Array.IndexOf(_buffer, (byte)'\n', start, filled - start) is int end and >= 0)
        {
            _lines++;
            ReadOnlyMemory<byte> content = _buffer.AsMemory(start, end - start);
            if (JournalLine.IsSound(content.Span))
            {
                line(content);
            }
            else if (content.Length > 0)
            {
                _damaged.Add(new DamagedLine(_lines, _read, content.Length, IsEnd: false));
            }

            _read += end - start + 1;
            start = end + 1;
        }

        return start;
    }
}
