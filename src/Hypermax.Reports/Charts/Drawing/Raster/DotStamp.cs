namespace Hypermax.Charts.Drawing.Raster;

/// <summary>The coverage of a dot of one radius at sixteen places within a pixel, so that thousands of dots cost a copy each.</summary>
internal sealed class DotStamp
{
    /// <summary>Places along each side of a pixel; a quarter of a pixel is as fine as the eye follows.</summary>
    private const int Parts = 4;

    private readonly byte[][] _stamps = new byte[Parts * Parts][];
    private readonly int _reach;

    public DotStamp(double radius)
    {
        Radius = radius;
        _reach = (int)Math.Ceiling(radius) + 1;
        Size = (2 * _reach) + 1;
        CoverageBuffer buffer = new(Size, Size);
        for (int i = 0; i < _stamps.Length; i++)
        {
            Stroker.AddDisc(buffer, new Place(_reach + Shift(i % Parts), _reach + Shift(i / Parts)), radius);
            Capture capture = new(Size);
            buffer.Flush(capture);
            _stamps[i] = capture.Coverage;
        }
    }

    /// <summary>Gets the radius in pixels.</summary>
    public double Radius { get; }

    /// <summary>Gets the number of pixels on each side of a stamp.</summary>
    public int Size { get; }

    /// <summary>Puts the dot on a target.</summary>
    public void Put(ICoverageTarget target, Place centre)
    {
        int column = (int)Math.Floor(centre.X);
        int row = (int)Math.Floor(centre.Y);
        int part = (Math.Clamp((int)((centre.Y - row) * Parts), 0, Parts - 1) * Parts) + Math.Clamp((int)((centre.X - column) * Parts), 0, Parts - 1);
        ReadOnlySpan<byte> stamp = _stamps[part];
        for (int i = 0; i < Size; i++)
        {
            target.Cover(row - _reach + i, column - _reach, stamp.Slice(i * Size, Size));
        }
    }

    private static double Shift(int part) => (part + 0.5) / Parts;

    private sealed class Capture(int size) : ICoverageTarget
    {
        public byte[] Coverage { get; } = new byte[size * size];

        public void Cover(int row, int first, ReadOnlySpan<byte> coverage) => coverage.CopyTo(Coverage.AsSpan((row * size) + first));
    }
}
