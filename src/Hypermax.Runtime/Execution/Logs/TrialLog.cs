using System.Globalization;
using System.Text;
using Hypermax.Files;

namespace Hypermax.Execution.Logs;

/// <summary>Keeps what a trial prints: the beginning in a file up to a cap, and the end in memory.</summary>
/// <remarks>A disk that is full or a folder that cannot be written to costs the log, never the trial. Safe to use from several threads.</remarks>
internal sealed class TrialLog : IDisposable
{
    /// <summary>How much of the end is kept when the cap is exceeded.</summary>
    private const int TailBytes = 64 * 1024;

    private readonly object _gate = new();
    private readonly string? _path;
    private readonly long _cap;
    private readonly byte[] _tail = new byte[TailBytes];
    private FileStream? _file;
    private long _total;
    private long _written;
    private bool _isBroken;
    private bool _isClosed;

    /// <summary>Creates a log.</summary>
    /// <param name="path">The file, created with its folder on the first byte, or null to keep only the end in memory.</param>
    /// <param name="cap">How many bytes of the beginning the file keeps.</param>
    public TrialLog(string? path, long cap)
    {
        _path = path;
        _cap = cap;
    }

    /// <summary>Gets how many bytes were printed, kept or not.</summary>
    public long Total => Volatile.Read(ref _total);

    /// <summary>Gets whether a file was written.</summary>
    public bool HasFile { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_isClosed || bytes.IsEmpty)
            {
                return;
            }

            int room = (int)Math.Clamp(_cap - _written, 0, bytes.Length);
            WriteToFile(bytes[..room]);
            WriteToTail(bytes);
        }
    }

    /// <summary>Gets the end of the output as text, at most so many lines.</summary>
    /// <param name="lines">How many lines.</param>
    public string Tail(int lines)
    {
        string text;
        lock (_gate)
        {
            text = Encoding.UTF8.GetString(TailSpan(Math.Min(Total, 4096)));
        }

        string[] all = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join("\n", all.TakeLast(lines));
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            long rest = _total - _written;
            if (_file is not null && rest > 0)
            {
                byte[] end = TailSpan(Math.Min(rest, TailBytes));
                AppendToFile(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n… {rest - end.Length} bytes left out …\n")));
                AppendToFile(end);
            }

            _file?.Dispose();
            _file = null;
        }
    }

    private void WriteToFile(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || _path is null || _isBroken)
        {
            return;
        }

        try
        {
            if (_file is null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
                _file = PlainFile.Create(_path, FileShare.ReadWrite | FileShare.Delete);
                HasFile = true;
            }

            _file.Write(bytes);
            _written += bytes.Length;
        }
        catch (Exception)
        {
            // Whatever is wrong with the disk or the path.
            _isBroken = true;
        }
    }

    private void AppendToFile(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _file!.Write(bytes);
        }
        catch (Exception)
        {
            _isBroken = true;
        }
    }

    private void WriteToTail(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> last = bytes.Length > TailBytes ? bytes[^TailBytes..] : bytes;
        long start = _total + bytes.Length - last.Length;
        int at = (int)(start % TailBytes);
        int first = Math.Min(last.Length, TailBytes - at);
        last[..first].CopyTo(_tail.AsSpan(at));
        last[first..].CopyTo(_tail);
        Volatile.Write(ref _total, _total + bytes.Length);
    }

    private byte[] TailSpan(long count)
    {
        byte[] end = new byte[count];
        int at = (int)((_total - count) % TailBytes);
        int first = (int)Math.Min(count, TailBytes - at);
        _tail.AsSpan(at, first).CopyTo(end);
        _tail.AsSpan(0, (int)count - first).CopyTo(end.AsSpan(first));
        return end;
    }
}
