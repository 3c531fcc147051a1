using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Hypermax.Charts.Drawing;

/// <summary>Writes pictures as PNG (ISO/IEC 15948): true colour without alpha, rows filtered, deflated.</summary>
internal static class PngEncoder
{
    /// <summary>Runs and Huffman codes only: filtered rows repeat bytes, not phrases, and searching for phrases is most of the time.</summary>
    private static readonly ZLibCompressionOptions Options = new() { CompressionLevel = 6, CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding };

    private static readonly uint[] CrcTable = MakeCrcTable();

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Encode(ReadOnlySpan<Rgb> pixels, int width, int height)
    {
        using MemoryStream png = new();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = 2;
        header[10..].Clear();
        WriteChunk(png, "IHDR"u8, header);
        using MemoryStream data = new();
        using (ZLibStream deflate = new(data, Options, leaveOpen: true))
        {
            WriteRows(deflate, MemoryMarshal.AsBytes(pixels), width * 3, height);
        }

        WriteChunk(png, "IDAT"u8, data.GetBuffer().AsSpan(0, (int)data.Length));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void WriteRows(ZLibStream deflate, ReadOnlySpan<byte> bytes, int stride, int height)
    {
        byte[] line = new byte[stride + 1];
        byte[] zero = new byte[stride];
        ReadOnlySpan<byte> above = zero;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<byte> row = bytes.Slice(y * stride, stride);
            line[0] = ChooseFilter(row, above);
            Filter(line[0], row, above, line.AsSpan(1));
            deflate.Write(line);
            above = row;
        }
    }

    /// <summary>Chooses none (0), sub (1) or up (2) by the smallest sum of differences, looking at every seventh byte.</summary>
    private static byte ChooseFilter(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        if (row.SequenceEqual(above))
        {
            return 2;
        }

        int none = 0, sub = 0, up = 0;
        for (int i = 3; i < row.Length; i += 7)
        {
            none += Math.Min(row[i], 256 - row[i]);
            sub += Math.Abs((int)(sbyte)(row[i] - row[i - 3]));
            up += Math.Abs((int)(sbyte)(row[i] - above[i]));
        }

        return up <= sub && up <= none ? (byte)2 : sub <= none ? (byte)1 : (byte)0;
    }

    private static void Filter(byte kind, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> line)
    {
        if (kind == 0)
        {
            row.CopyTo(line);
            return;
        }

        int shift = kind == 1 ? 3 : 0;
        ReadOnlySpan<byte> other = kind == 1 ? row : above;
        row[..shift].CopyTo(line);
        for (int i = shift; i < row.Length; i++)
        {
            line[i] = (byte)(row[i] - other[i - shift]);
        }
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(0xFFFFFFFF, type), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (byte value in data)
        {
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
