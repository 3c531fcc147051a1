using System.Text;

namespace Hypermax.Execution.Command;

/// <summary>Looks through what a program prints, line by line, for intermediate values and the result at the end.</summary>
/// <remarks>Keeps two lines, however much is printed. Safe to use from two threads: a process that outlives the program may still print.</remarks>
internal sealed class ResultScanner(TrialNotes notes)
{
    /// <summary>A result longer than this is not one; what is cut off cannot be read anyway.</summary>
    private const int LongestLine = 4 * 1024 * 1024;

    private readonly object _gate = new();
    private readonly List<byte> _open = [];
    private string? _last;
    private string? _beforeLast;
    private string? _earlierResult;

    /// <summary>Gets what was found, once nothing more is printed.</summary>
    /// <param name="endedWell">Whether the program ended by itself; otherwise a last line without an end may be half a line and does not count.</param>
    public ResultLines Finish(bool endedWell)
    {
        lock (_gate)
        {
            if (_open.Count > 0 && endedWell)
            {
                Take(Encoding.UTF8.GetString([.. _open]));
                _open.Clear();
            }

            return new ResultLines(_last, _beforeLast, _earlierResult);
        }
    }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            Cut(bytes);
        }
    }

    private void Cut(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is >= 0 and int at)
        {
            if (_open.Count == 0)
            {
                TakeBytes(bytes[..at]);
            }
            else
            {
                Hold(bytes[..at]);
                TakeBytes([.. _open]);
                _open.Clear();
            }

            bytes = bytes[(at + 1)..];
        }

        Hold(bytes);
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        if (_open.Count < LongestLine)
        {
            _open.AddRange(bytes);
        }
    }

    private void TakeBytes(ReadOnlySpan<byte> line)
    {
        // Most lines are prose; turning all of a flood into strings would cost more than reading it.
        line = line.Trim(" \t\r"u8);
        if (!line.IsEmpty)
        {
            Take(Encoding.UTF8.GetString(line));
        }
    }

    private void Take(string line)
    {
        line = line.Trim();
        if (line.Length == 0)
        {
            return;
        }

        if (line[0] == '{' && ResultReader.TryReadReport(line, out TrialReport report))
        {
            notes.Report(report.Value, report.Step);
            return;
        }

        if (_last is not null && _last[0] == '{' && ResultReader.IsResultObject(_last))
        {
            _earlierResult = _last;
        }

        _beforeLast = _last;
        _last = line;
    }
}
