using Hypermax.Files;

namespace Hypermax.Storage.Journal;

/// <summary>The append-only file of a journal: reads the lines it has not read yet, and adds lines in one write each.</summary>
/// <remarks>A line that is torn or changed is told with its position and passed over; nothing is ever cut off or rewritten.</remarks>
internal sealed class JournalFile : IDisposable
{
    // What fcntl may say of a lock that is held: EACCES.
    private const int AccessDenied = 13;

    private readonly FileStream _stream;
    private readonly List<DamagedLine> _damaged = [];
    private byte[] _buffer = new byte[1 << 16];
    private long _read;
    private int _lines;
    private bool _endsWithinLine;

    public JournalFile(string path, bool canWrite)
    {
        Path = path;
        _stream = canWrite ? OpenToWrite(path) : PlainFile.OpenRead(path);
    }

    public string Path { get; }

    /// <summary>The lines that were passed over so far.</summary>
    public IReadOnlyList<DamagedLine> Damaged => _damaged;

    /// <summary>Whether there is more than the beginning of a study that was cut off: something that must not be written over.</summary>
    public bool HasContent { get; private set; }

    /// <summary>Calls back with every sound line added since the last call.</summary>
    /// <exception cref="JournalFormatException">The file is no journal, or one that was merged.</exception>
    /// <exception cref="JournalLostException">Lines that were read are gone.</exception>
    public void ReadNew(RecordReader reader)
    {
        long length = _stream.Length;
        if (length < _read)
        {
            throw Lost(FormattableString.Invariant($"was cut from {_read} to {length} bytes"));
        }

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
            int used = ReadLines(filled, reader);
            Buffer.BlockCopy(_buffer, used, _buffer, 0, filled - used);
            filled -= used;
        }

        _endsWithinLine = filled > 0;
        if (_endsWithinLine)
        {
            ReadOnlySpan<byte> rest = JournalText.RecordOf(_buffer.AsMemory(0, filled), isFirst: _read == 0).Span;
            HasContent |= !JournalText.IsTornHeader(rest) && !JournalLine.IsSound(rest);
        }
    }

    /// <summary>Settles the bytes after the last line feed, when nobody can be in the middle of writing them: a whole record, or a torn one.</summary>
    public void SettleEnd(RecordReader reader)
    {
        if (!_endsWithinLine)
        {
            return;
        }

        byte[] rest = new byte[_stream.Length - _read];
        _stream.Position = _read;
        _stream.ReadExactly(rest);
        Read(rest, _lines + 1, isEnd: true, reader);
    }

    /// <summary>Adds lines, each ended by a line feed; forces them to the disk if asked.</summary>
    /// <exception cref="JournalLostException">The file is no longer the one that its path names, or lines of it are gone.</exception>
    public void Append(ReadOnlySpan<byte> lines, bool durable)
    {
        if (_stream.Length < _read)
        {
            throw Lost(FormattableString.Invariant($"was cut from {_read} to {_stream.Length} bytes"));
        }

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

        // A file that was replaced does not grow with what is written to the one that is open.
        FileInfo named = new(Path);
        if (!named.Exists || named.Length != _stream.Length)
        {
            throw Lost(named.Exists ? "was replaced by another file" : "was deleted");
        }
    }

    /// <summary>Begins a turn among processes that share the file: on a network file system, what others wrote is seen from here on.</summary>
    /// <returns>False while another process has a turn.</returns>
    // A client keeps lengths and content for seconds, and looks again when it gets a lock on the very file (close-to-open). Elsewhere it costs two calls.
    public bool TryBeginTurn()
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        try
        {
            _stream.Lock(0, 0);
            return true;
        }
        catch (IOException error) when (FolderLock.IsHeld(error) || (error.HResult & 0xFFFF) == AccessDenied)
        {
            return false;
        }
    }

    /// <summary>Ends a turn; on a network file system what was written goes to the server.</summary>
    public void EndTurn()
    {
        if (OperatingSystem.IsLinux())
        {
            _stream.Unlock(0, 0);
        }
    }

    /// <summary>Makes sure that the open file is still the one that its path names; others may add to it meanwhile.</summary>
    /// <exception cref="JournalLostException">It was deleted, or replaced by another.</exception>
    public void RequireNamed()
    {
        long before = _stream.Length;
        FileInfo named = new(Path);
        if (!named.Exists)
        {
            throw Lost("was deleted");
        }

        // A file that was replaced has another length, unless that is a coincidence, and does not grow with this one.
        long length = named.Length;
        if (length < before || length > _stream.Length)
        {
            throw Lost("was replaced by another file");
        }
    }

    public void Dispose() => _stream.Dispose();

    private static FileStream OpenToWrite(string path)
    {
        PlainFile.RefuseLink(path);
        FileStream stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        PlainFile.RequireOrdinary(stream, path);
        return stream;
    }

    private int ReadLines(int filled, RecordReader reader)
    {
        int start = 0;
        if (_read == 0)
        {
            JournalText.RefuseUtf16(Path, _buffer.AsSpan(0, filled));
        }

        while (Array.IndexOf(_buffer, (byte)'\n', start, filled - start) is int end and >= 0)
        {
            _lines++;
            Read(_buffer.AsMemory(start, end - start), _lines, isEnd: false, reader);
            _read += end - start + 1;
            start = end + 1;
        }

        return start;
    }

    private void Read(ReadOnlyMemory<byte> line, int number, bool isEnd, RecordReader reader)
    {
        ReadOnlyMemory<byte> record = JournalText.RecordOf(line, isFirst: _read == 0);
        if (record.IsEmpty)
        {
            return;
        }

        if (JournalLine.IsSound(record.Span))
        {
            HasContent = true;
            if (reader(record, number) is { } misfit)
            {
                _damaged.Add(new DamagedLine(number, _read, line.Length, IsEnd: false) { Misfit = misfit });
            }

            return;
        }

        JournalText.RefuseConflict(Path, record.Span, number);
        HasContent |= !JournalText.IsTornHeader(record.Span);
        _damaged.Add(new DamagedLine(number, _read, line.Length, isEnd));
    }

    private JournalLostException Lost(string what) => new($"The journal '{Path}' {what} while the search ran.");
}
