using System.Text;

namespace Hypermax.Chaos;

/// <summary>One and the same output in every encoding that programs print in, each by name.</summary>
public static class ChaosEncodings
{
    private const string Output = "épreuve\r\n{\"step\":1,\"value\":2}\r\n{\"loss\":0.5,\"note\":\"✓ \ud83d\ude00\"}\r\n";

    /// <summary>Gets the bytes by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["utf8-mark"] = Encode(Encoding.UTF8, Output),
        ["utf16-le"] = Encode(Encoding.Unicode, Output),
        ["utf16-be"] = Encode(Encoding.BigEndianUnicode, Output),
        ["utf16-number"] = Encode(Encoding.Unicode, "0.5"),
        ["utf16-half"] = [.. Encode(Encoding.Unicode, "x\n0.5\n"), 0x20],
        ["utf32-le"] = Encode(Encoding.UTF32, Output),
        ["mark-before-line"] = [.. "prose\n"u8, .. Encode(Encoding.UTF8, "0.5\n")],
        ["mark-alone"] = Encode(Encoding.UTF8, string.Empty),
        ["no-encoding"] = [0xff, 0x80, (byte)'\n', .. "{\"loss\":0.5,\"note\":\""u8, 0xe4, 0xff, .. "\"}\n"u8],
    };

    private static byte[] Encode(Encoding encoding, string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
}
