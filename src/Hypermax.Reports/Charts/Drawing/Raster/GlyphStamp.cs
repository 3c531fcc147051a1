using Hypermax.Charts.Drawing.Fonts;

namespace Hypermax.Charts.Drawing.Raster;

/// <summary>The coverage of a letter of one size and turn at sixteen places within a pixel, so that text costs a copy a letter.</summary>
/// <remarks>Stamps are shared by all pictures and threads, see <see cref="GlyphFace"/>; charts use a few hundred.</remarks>
internal sealed class GlyphStamp
{
    private const int Parts = 4;

    private readonly byte[]?[] _coverage = new byte[Parts * Parts][];
    private readonly GlyphFace _face;
    private readonly Glyph _glyph;
    private readonly int _left;
    private readonly int _top;
    private readonly int _width;
    private readonly int _height;

    public GlyphStamp(GlyphFace face, char character)
    {
        (_face, _glyph) = (face, face.Font[character]);
        (double left, double top, double right, double bottom) = (0, 0, 0, 0);
        foreach (float[] contour in _glyph.Contours)
        {
            for (int i = 0; i < contour.Length; i += 2)
            {
                Place place = face.PlaceOf(contour[i], contour[i + 1]);
                (left, right) = (Math.Min(left, place.X), Math.Max(right, place.X));
                (top, bottom) = (Math.Min(top, place.Y), Math.Max(bottom, place.Y));
            }
        }

        (_left, _top) = ((int)Math.Floor(left), (int)Math.Floor(top));
        (_width, _height) = ((int)Math.Ceiling(right) - _left + 1, (int)Math.Ceiling(bottom) - _top + 1);
    }

    /// <summary>Gets the width of the letter in font units.</summary>
    public double Advance => _glyph.Advance;

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
        foreach (float[] contour in _glyph.Contours)
        {
            for (int i = 0; i < contour.Length; i += 2)
            {
                int next = (i + 2) % contour.Length;
                Place from = _face.PlaceOf(contour[i], contour[i + 1]);
                Place to = _face.PlaceOf(contour[next], contour[next + 1]);
                buffer.AddEdge(from.X + shiftX, from.Y + shiftY, to.X + shiftX, to.Y + shiftY);
            }
        }

        Capture capture = new(_width, _height);
        buffer.Flush(capture);
        return capture.Coverage;
    }

    private sealed class Capture(int width, int height) : ICoverageTarget
    {
        public byte[] Coverage { get; } = new byte[width * height];

        public void Cover(int row, int first, ReadOnlySpan<byte> coverage) => coverage.CopyTo(Coverage.AsSpan((row * width) + first));
    }
}
