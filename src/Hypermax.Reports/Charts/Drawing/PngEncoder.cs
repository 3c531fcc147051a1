using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Numerics.Tensors;
using Hypermax.Charts.Drawing.Raster;

namespace Hypermax.Charts.Drawing;

/// <summary>Writes pictures as PNG (ISO/IEC 15948) with a palette, deflated; a third of the bytes and of the time of true colour.</summary>
internal static class PngEncoder
{
    /// <summary>The last picture of this thread, for its room.</summary>
    [ThreadStatic]
    private static MemoryStream? _ofThread;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a frame; more than 256 colours are reduced by <see cref="PixelPalette"/>.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="known">The colours that its pixels name.</param>
    public static byte[] Encode(Frame frame, ReadOnlySpan<uint> known)
    {
        int length = (frame.Width + 1) * frame.Height;
        byte[] rows = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            uint[] palette = PixelPalette.OfThread.Index(frame.Pixels, frame.Width, known, rows.AsSpan(0, length));
            Filter(rows.AsSpan(0, length), frame.Width + 1, known.Length > 0);
            return Write(rows.AsSpan(0, length), frame.Width, frame.Height, palette, known.Length > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rows);
        }
    }

    /// <summary>Writes a picture of levels on a ramp.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> levels, int width, ReadOnlySpan<Rgb> colours)
    {
        int height = levels.Length / width;
        byte[] rows = new byte[(width + 1) * height];
        for (int y = 0; y < height; y++)
        {
            levels.Slice(y * width, width).CopyTo(rows.AsSpan((y * (width + 1)) + 1));
        }

        Filter(rows, width + 1, hasOrder: true);
        uint[] palette = new uint[colours.Length];
        for (int i = 0; i < palette.Length; i++)
        {
            palette[i] = Frame.Pack(colours[i]);
        }

        return Write(rows, width, height, palette, isOfLevels: true);
    }

    /// <summary>Puts the filter of each row in front of it: none, or the difference to the row above (2) where indices are levels,
    /// of which neighbours differ little.</summary>
    private static void Filter(Span<byte> rows, int stride, bool hasOrder)
    {
        for (int at = rows.Length - stride; at >= 0; at -= stride)
        {
            Span<byte> row = rows.Slice(at, stride);
            row[0] = 0;
            if (hasOrder && at > 0)
            {
                row[0] = 2;
                TensorPrimitives.Subtract(row[1..], rows.Slice(at - stride + 1, stride - 1), row[1..]);
            }
        }
    }

    private static byte[] Write(ReadOnlySpan<byte> rows, int width, int height, uint[] palette, bool isOfLevels)
    {
        MemoryStream png = _ofThread ??= new MemoryStream(256 * 1024);
        png.SetLength(0);
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = 3;
        header[10..].Clear();
        int chunk = BeginChunk(png, "IHDR"u8);
        png.Write(header);
        EndChunk(png, chunk);
        Span<byte> colours = stackalloc byte[3 * palette.Length];
        for (int i = 0; i < palette.Length; i++)
        {
            (colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]) = ((byte)palette[i], (byte)(palette[i] >> 8), (byte)(palette[i] >> 16));
        }

        chunk = BeginChunk(png, "PLTE"u8);
        png.Write(colours);
        EndChunk(png, chunk);
        chunk = BeginChunk(png, "IDAT"u8);
        using (Stream deflate = PictureDeflater.Open(png, isOfLevels))
        {
            deflate.Write(rows);
        }

        EndChunk(png, chunk);
        EndChunk(png, BeginChunk(png, "IEND"u8));
        return png.ToArray();
    }

    /// <summary>Begins a chunk with room for its length.</summary>
    /// <returns>Where it begins.</returns>
    private static int BeginChunk(MemoryStream png, ReadOnlySpan<byte> type)
    {
        int start = (int)png.Length;
        png.Write([0, 0, 0, 0]);
        png.Write(type);
        return start;
    }

    /// <summary>Writes the length of a chunk where it begins, and its checksum at its end.</summary>
    private static void EndChunk(MemoryStream png, int start)
    {
        const int Head = 8;
        Span<byte> chunk = png.GetBuffer().AsSpan(start, (int)png.Length - start);
        BinaryPrimitives.WriteInt32BigEndian(chunk, chunk.Length - Head);
        Span<byte> checksum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.HashToUInt32(chunk[4..]));
        png.Write(checksum);
    }
}
