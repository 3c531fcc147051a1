using System.Buffers.Text;
using System.Numerics;
using System.Text;

namespace Hypermax.Storage.Journal;

/// <summary>One line of a journal: a JSON object whose last member is the CRC-32C of all bytes before it.</summary>
internal static class JournalLine
{
    private const int SumLength = 8;

    private static readonly byte[] SumKey = Encoding.ASCII.GetBytes(",\"sum\":\"");

    /// <summary>Ends a record, given as a JSON object, with its checksum and a line feed.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> open = json[..^1];
        byte[] line = new byte[open.Length + SumKey.Length + SumLength + 3];
        open.CopyTo(line);
        SumKey.CopyTo(line.AsSpan(open.Length));
        Utf8Formatter.TryFormat(Sum(open), line.AsSpan(open.Length + SumKey.Length), out _, new System.Buffers.StandardFormat('x', SumLength));
        "\"}\n"u8.CopyTo(line.AsSpan(line.Length - 3));
        return line;
    }

    /// <summary>Tells whether a line, without its line feed, is whole and unchanged.</summary>
    public static bool IsSound(ReadOnlySpan<byte> line)
    {
        int tail = SumKey.Length + SumLength + 2;
        if (line.Length < tail + 1 || !line.EndsWith("\"}"u8) || !line.Slice(line.Length - tail, SumKey.Length).SequenceEqual(SumKey))
        {
            return false;
        }

        return Utf8Parser.TryParse(line.Slice(line.Length - SumLength - 2, SumLength), out uint sum, out int read, 'x')
            && read == SumLength
            && sum == Sum(line[..^tail]);
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        int i = 0;
        for (; i + sizeof(ulong) <= bytes.Length; i += sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BitConverter.ToUInt64(bytes[i..]));
        }

        for (; i < bytes.Length; i++)
        {
            crc = BitOperations.Crc32C(crc, bytes[i]);
        }

        return ~crc;
    }
}
