using System.Buffers.Binary;

namespace Hypermax.Dashboard.Tests.Artifacts;

/// <summary>A picture and a sound that browsers understand.</summary>
internal static class Samples
{
    /// <summary>Gets a picture of one grey point.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    /// <summary>Makes half a second of a low tone.</summary>
    public static byte[] Wave()
    {
        const int Rate = 8000;
        byte[] file = new byte[44 + (Rate / 2)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), Rate);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 8);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), file.Length - 44);
        for (int i = 44; i < file.Length; i++)
        {
            file[i] = (byte)(128 + (100 * Math.Sin((i - 44) * 2 * Math.PI * 220 / Rate)));
        }

        return file;
    }
}
