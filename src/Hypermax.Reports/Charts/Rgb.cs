using System.Globalization;

namespace Hypermax.Charts;

/// <summary>A colour of red, green and blue from 0 to 255.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>Makes a colour from its six hexadecimal digits, such as <c>0x4D4DFF</c>.</summary>
    /// <param name="hex">The digits as a number.</param>
    public static Rgb FromHex(int hex) => new((byte)(hex >> 16), (byte)(hex >> 8), (byte)hex);

    /// <summary>Mixes two colours.</summary>
    /// <param name="a">The colour at 0.</param>
    /// <param name="b">The colour at 1.</param>
    /// <param name="share">From 0 to 1.</param>
    public static Rgb Mix(Rgb a, Rgb b, double share) => new(Mix(a.R, b.R, share), Mix(a.G, b.G, share), Mix(a.B, b.B, share));

    /// <summary>Gets the colour as in style sheets, such as <c>#4d4dff</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{R:x2}{G:x2}{B:x2}");

    private static byte Mix(byte a, byte b, double share) => (byte)Math.Clamp(Math.Round(a + ((b - a) * share)), 0, 255);
}
