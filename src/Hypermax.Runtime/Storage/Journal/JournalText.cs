namespace Hypermax.Storage.Journal;

/// <summary>What editors, version control and transfers do to the text of a journal, and what can be made of it.</summary>
internal static class JournalText
{
    private static ReadOnlySpan<byte> HeaderStart => "{\"type\":\"study\""u8;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Gets the record of a line: without a byte order mark at the start of the file and without a carriage return at its end.</summary>
    /// <param name="line">The line, without its line feed.</param>
    /// <param name="isFirst">Whether the file begins with it.</param>
    public static ReadOnlyMemory<byte> RecordOf(ReadOnlyMemory<byte> line, bool isFirst)
    {
        if (isFirst && line.Span.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
        }

        return line.Span.EndsWith("\r"u8) ? line[..^1] : line;
    }

    /// <summary>Refuses a file that was converted to UTF-16, where every line would look damaged.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="start">Its first bytes.</param>
    /// <exception cref="JournalFormatException">It is UTF-16.</exception>
    public static void RefuseUtf16(string path, ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'{', 0, ..] or [0, (byte)'{', ..])
        {
            throw new JournalFormatException(
                $"The journal '{path}' is UTF-16 text; a journal is UTF-8. Convert it back, for example with 'iconv -f UTF-16 -t UTF-8', "
                + "or restore it from a copy.");
        }
    }

    /// <summary>Refuses the marks that version control leaves in a file of which both sides changed.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="record">A line that is no sound record.</param>
    /// <param name="line">Its number, from 1.</param>
    /// <exception cref="JournalFormatException">It is such a mark.</exception>
    public static void RefuseConflict(string path, ReadOnlySpan<byte> record, int line)
    {
        if (record.Length >= 7
            && record[0] is (byte)'<' or (byte)'>' or (byte)'=' or (byte)'|'
            && record[..7].Count(record[0]) == 7
            && (record.Length == 7 || record[7] == ' '))
        {
            throw new JournalFormatException(
                FormattableString.Invariant($"The journal '{path}' holds the mark of a merge conflict at line {line}: ")
                + "two searches went on from the same trials, and the trials that each added have the same numbers. "
                + "Take the whole file of one side, for example with 'git checkout --ours' or 'git checkout --theirs'; "
                + "the other side's trials can be added to a new study with HypertuneWarmStart.");
        }
    }

    /// <summary>Tells whether a damaged line is the first record of a study whose write was cut off, so that nothing is lost by beginning anew.</summary>
    public static bool IsTornHeader(ReadOnlySpan<byte> record) =>
        record.Length < HeaderStart.Length ? HeaderStart.StartsWith(record) : record.StartsWith(HeaderStart) && !record.EndsWith("\"}"u8);
}
