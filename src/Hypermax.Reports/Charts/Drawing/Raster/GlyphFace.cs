using System.Collections.Concurrent;
using Hypermax.Charts.Drawing.Fonts;

namespace Hypermax.Charts.Drawing.Raster;

/// <summary>The stamps of all letters of one weight, size and turn.</summary>
/// <remarks>Shared by all pictures and threads; charts use about a dozen. Sizes are rounded to a quarter of a pixel, far less than shows.</remarks>
internal sealed class GlyphFace
{
    private const int Latin = 256;

    private static readonly ConcurrentDictionary<Look, GlyphFace> Known = new();

    private readonly GlyphStamp?[] _latin = new GlyphStamp?[Latin];
    private readonly ConcurrentDictionary<char, GlyphStamp> _others = new();
    private readonly double _size;
    private readonly double _sin;
    private readonly double _cos;

    private GlyphFace(Look look)
    {
        Font = look.IsBold ? ChartFonts.Bold : ChartFonts.Regular;
        _size = look.Size / 4.0 / Font.UnitsPerEm;
        (_sin, _cos) = Math.SinCos(look.Turn * Math.PI / 180);
    }

    /// <summary>Gets the font of the letters.</summary>
    public TrueTypeFont Font { get; }

    /// <summary>Gets the stamp of a letter. Two threads may both make the first one; they are equal.</summary>
    public GlyphStamp this[char character] => character < Latin
        ? _latin[character] ??= new GlyphStamp(this, character)
        : _others.GetOrAdd(character, other => new GlyphStamp(this, other));

    /// <summary>Gets the letters of a style.</summary>
    /// <param name="style">The style; its colour does not matter.</param>
    /// <param name="scale">Pixels for each CSS pixel.</param>
    public static GlyphFace Of(TextStyle style, double scale) =>
        Known.GetOrAdd(new Look((short)Math.Round(Math.Min(style.Size * scale, 2000) * 4), (short)style.Turn, style.IsBold), look => new GlyphFace(look));

    /// <summary>Gets a place of an outline in pixels from the origin of its letter.</summary>
    /// <param name="x">The place in font units to the right.</param>
    /// <param name="y">The place in font units upwards.</param>
    public Place PlaceOf(double x, double y)
    {
        (double right, double up) = (x * _size, y * _size);
        return new Place((right * _cos) - (up * _sin), -(right * _sin) - (up * _cos));
    }

    private readonly record struct Look(short Size, short Turn, bool IsBold);
}
