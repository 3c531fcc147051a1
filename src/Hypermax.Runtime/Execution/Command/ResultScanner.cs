using System.Runtime.InteropServices;
using System.Text;

namespace Hypermax.Execution.Command;

/// <summary>Looks through what a program prints, line by line, for intermediate values and the result at the end.</summary>
/// <remarks>Keeps two lines, however much is printed. Safe to use from two threads: a process that outlives the program may still print.</remarks>
/// <param name="notes">Where intermediate values go.</param>
/// <param name="key">What the lines to be read begin with, or null to read all.</param>
internal sealed class ResultScanner(TrialNotes notes, string? key = null)
{
    /// <summary>An object may carry long texts, which are cut when they are recorded; one that is longer is kept from nobody's memory.</summary>
    private const int LongestObject = 128 * 1024 * 1024;

    /// <summary>No number is longer; anything else without braces is prose.</summary>
    private const int LongestOther = 64 * 1024;

    private readonly byte[] _key = Encoding.ASCII.GetBytes(key ?? string.Empty);
    private readonly object _gate = new();
    private readonly List<byte> _open = [];
    private bool _isTooLong;
    private string? _last;
    private bool _isLastTooLong;
    private string? _beforeLast;
    private string? _earlierResult;

    /// <summary>Gets what the lines to be read begin with, or null where all are read.</summary>
    public string? Key => key;

    /// <summary>Gets what was found, once nothing more is printed.</summary>
    /// <param name="endedWell">Whether the program ended by itself; otherwise a last line without an end may be half a line and does not count.</param>
    public ResultLines Finish(bool endedWell)
    {
        lock (_gate)
        {
            if (endedWell)
            {
                EndLine();
            }

            return new ResultLines(_last, _beforeLast, _earlierResult, _isLastTooLong);
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
                TakeBytes(bytes[..at], at > Longest(bytes[..at]));
            }
            else
            {
                Hold(bytes[..at]);
                EndLine();
            }

            bytes = bytes[(at + 1)..];
        }

        Hold(bytes);
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        if (_isTooLong)
        {
            return;
        }

        _open.AddRange(bytes);
        _isTooLong = _open.Count > LongestOther && _open.Count > Longest(CollectionsMarshal.AsSpan(_open));
        if (_isTooLong)
        {
            // Its beginning, for the message; a part of a number must never pass for the whole.
            _open.RemoveRange(LongestOther, _open.Count - LongestOther);
            _open.Capacity = LongestOther;
        }
    }

    private void EndLine()
    {
        if (_open.Count > 0)
        {
            TakeBytes(CollectionsMarshal.AsSpan(_open), _isTooLong);
        }

        _open.Clear();
        _isTooLong = false;
    }

    private int Longest(ReadOnlySpan<byte> line) => Trim(line) is [(byte)'{', ..] ? LongestObject : LongestOther;

    private ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        if (_key.Length > 0)
        {
            int at = line.IndexOf(_key);
            return at < 0 ? default : line[(at + _key.Length)..];
        }

        line = line.Trim(" \t\r"u8);
        return line.StartsWith("\ufeff"u8) ? line["\ufeff"u8.Length..].Trim(" \t\r"u8) : line;
    }

    private void TakeBytes(ReadOnlySpan<byte> line, bool isTooLong)
    {
        // Most lines are prose; turning all of a flood into strings would cost more than reading it.
        line = Trim(line);
        if (!line.IsEmpty)
        {
            Take(Encoding.UTF8.GetString(isTooLong ? line[..Math.Min(line.Length, LongestOther)] : line), isTooLong);
        }
    }

    private void Take(string line, bool isTooLong)
    {
        line = line.Trim();
        if (line.Length == 0)
        {
            return;
        }

        if (!isTooLong && line[0] == '{' && ResultReader.TryReadReport(line, out TrialReport report))
        {
            notes.Report(report.Value, report.Step);
            return;
        }

        if (_last is ['{', ..] && !_isLastTooLong && ResultReader.IsResultObject(_last))
        {
            _earlierResult = _last;
        }

        _beforeLast = _last;
        _last = line;
        _isLastTooLong = isTooLong;
    }
}
