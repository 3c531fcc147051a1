using System.Collections.Concurrent;
using Hypermax.Charts.Drawing.Fonts;

namespace Hypermax.Charts.Drawing.Raster;

/// <summary>The coverage of a letter of one size and turn at sixteen places within a pixel, so that text costs a copy a letter.</summary>
/// <remarks>Stamps are shared by all pictures and threads; charts use a few hundred. Sizes are rounded to a quarter of a pixel, far less than shows.</remarks>
internal sealed class GlyphStamp
{
    private const int Parts = 4;

    private static readonly ConcurrentDictionary<Look, GlyphStamp> Known = new();

    private readonly byte[]?[] _coverage = new byte[Parts * Parts][];
    private readonly Look _look;
    private readonly int _left;
    private readonly int _top;
    private readonly int _width;
    private readonly int _height;

    private GlyphStamp(Look look)
    {
        _look = look;
        (double left, double top, double right, double bottom) = (0, 0, 0, 0);
        Visit((x, y) =>
        {
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        });
        (_left, _top) = ((int)Math.Floor(left), (int)Math.Floor(top));
        (_width, _height) = ((int)Math.Ceiling(right) - _left + 1, (int)Math.Ceiling(bottom) - _top + 1);
    }

    /// <summary>Gets the stamp of a letter.</summary>
    /// <param name="character">The letter.</param>
    /// <param name="style">Its style; the colour does not matter.</param>
    /// <param name="scale">Pixels for each CSS pixel.</param>
    public static GlyphStamp Of(char character, TextStyle style, double scale) =>
        Known.GetOrAdd(new Look(character, (short)Math.Round(Math.Min(style.Size * scale, 2000) * 4), (short)style.Turn, style.IsBold), look => new GlyphStamp(look));

    /// <summary>Puts the letter on a target, its origin at a place in pixels.</summary>
    public void Put(ICoverageTarget target, Place origin)
    {
        if (!double.IsFinite(origin.X + origin.Y))
        {
            return;
        }

        int column = (int)Math.Floor(origin.X);
        int row = (int)Math.Floor(origin.Y);
        int across = Math.Min((int)((origin.X - column) * Parts), Parts - 1);
        int down = Math.Min((int)((origin.Y - row) * Parts), Parts - 1);
        byte[] coverage = _coverage[(down * Parts) + across] ??= Draw(across, down);
        for (int i = 0; i < _height; i++)
        {
            target.Cover(row + _top + i, column + _left, coverage.AsSpan(i * _width, _width));
        }
    }

    private byte[] Draw(int across, int down)
    {
        CoverageBuffer buffer = new(_width, _height);
        (double shiftX, double shiftY) = (((across + 0.5) / Parts) - _left, ((down + 0.5) / Parts) - _top);
        double size = _look.Size / 4.0 / Font.UnitsPerEm;
        (double sin, double cos) = Math.SinCos(_look.Turn * Math.PI / 180);
        foreach (float[] contour in Font[_look.Character].Contours)
        {
            for (int i = 0; i < contour.Length; i += 2)
            {
                int next = (i + 2) % contour.Length;
                Place from = Turned(contour[i] * size, contour[i + 1] * size, sin, cos);
                Place to = Turned(contour[next] * size, contour[next + 1] * size, sin, cos);
                buffer.AddEdge(from.X + shiftX, from.Y + shiftY, to.X + shiftX, to.Y + shiftY);
            }
        }

        Capture capture = new(_width, _height);
        buffer.Flush(capture);
        return capture.Coverage;
    }

    private TrueTypeFont Font => _look.IsBold ? ChartFonts.Bold : ChartFonts.Regular;

    private void Visit(Action<double, double> visit)
    {
        double size = _look.Size / 4.0 / Font.UnitsPerEm;
        (double sin, double cos) = Math.SinCos(_look.Turn * Math.PI / 180);
        foreach (float[] contour in Font[_look.Character].Contours)
        {
            for (int i = 0; i < contour.Length; i += 2)
            {
                Place place = Turned(contour[i] * size, contour[i + 1] * size, sin, cos);
                visit(place.X, place.Y);
            }
        }
    }

    private static Place Turned(double right, double up, double sin, double cos) => new((right * cos) - (up * sin), -(right * sin) - (up * cos));

    private readonly record struct Look(char Character, short Size, short Turn, bool IsBold);

    private sealed class Capture(int width, int height) : ICoverageTarget
    {
        public byte[] Coverage { get; } = new byte[width * height];

        public void Cover(int row, int first, ReadOnlySpan<byte> coverage) => coverage.CopyTo(Coverage.AsSpan((row * width) + first));
    }
}
