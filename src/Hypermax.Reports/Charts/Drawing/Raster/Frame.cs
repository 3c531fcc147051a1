using System.Runtime.CompilerServices;

namespace Hypermax.Charts.Drawing.Raster;

/// <summary>The pixels of a picture, painted through coverage and clip.</summary>
internal sealed class Frame : ICoverageTarget
{
    private uint _colour;
    private int _opacity = 256;

    public Frame(int width, int height)
    {
        Width = width;
        Height = height;
        Pixels = new uint[width * height];
        (ClipRight, ClipBottom) = (width, height);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Gets the pixels row by row: red in the lowest byte, then green, then blue;
    /// the upper byte is 0 or names the colour, see <see cref="Named"/>.</summary>
    public uint[] Pixels { get; }

    public int ClipLeft { get; set; }

    public int ClipTop { get; set; }

    public int ClipRight { get; set; }

    public int ClipBottom { get; set; }

    public static uint Pack(Rgb colour) => colour.R | ((uint)colour.G << 8) | ((uint)colour.B << 16);

    /// <summary>Marks a pixel as one of up to 192 colours known beforehand, until something is painted over it: nobody need search for its colour.</summary>
    public static uint Named(uint colour, int index) => colour | ((uint)(index + 1) << 24);

    public void Use(Paint paint)
    {
        _colour = Pack(paint.Color);
        _opacity = (int)((Math.Clamp(paint.Opacity, 0, 1) * 256) + 0.5);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Cover(int row, int first, ReadOnlySpan<byte> coverage)
    {
        if (row < ClipTop || row >= ClipBottom)
        {
            return;
        }

        int from = Math.Max(first, ClipLeft);
        int to = Math.Min(first + coverage.Length, ClipRight);
        if (to <= from)
        {
            return;
        }

        Span<uint> pixels = Pixels.AsSpan((row * Width) + from, to - from);
        coverage = coverage.Slice(from - first, pixels.Length);
        uint colour = _colour;
        int opacity = _opacity;
        for (int i = 0; i < pixels.Length; i++)
        {
            int covered = coverage[i];
            if (covered != 0)
            {
                int weight = ((covered * opacity) + 127) / 255;
                pixels[i] = weight >= 256 ? colour : Blend(pixels[i], colour, (uint)weight);
            }
        }
    }

    /// <summary>Mixes two pixels, red and blue in one multiplication.</summary>
    private static uint Blend(uint below, uint above, uint weight)
    {
        uint rest = 256 - weight;
        uint redBlue = ((((below & 0xFF00FF) * rest) + ((above & 0xFF00FF) * weight) + 0x800080) >> 8) & 0xFF00FF;
        uint green = ((((below & 0xFF00) * rest) + ((above & 0xFF00) * weight) + 0x8000) >> 8) & 0xFF00;
        return redBlue | green;
    }
}
