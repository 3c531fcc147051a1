using System.Runtime.CompilerServices;
using Hypermax.Charts.Drawing.Fonts;
using Hypermax.Charts.Drawing.Raster;

namespace Hypermax.Charts.Drawing;

/// <summary>Draws as pixels with smooth edges; no native code.</summary>
/// <remarks>Not safe to share between threads.</remarks>
internal sealed class PngCanvas : ICanvas
{
    /// <summary>The buffers of the last picture of this thread: charts come in hundreds of the same size.</summary>
    [ThreadStatic]
    private static (Frame Frame, CoverageBuffer Coverage)? _last;

    private DotStamp? _stamp;
    private uint[]? _known;
    private readonly double _scale;
    private readonly Frame _frame;
    private readonly CoverageBuffer _coverage;
    private readonly Stack<(int Left, int Top, int Right, int Bottom)> _clips = new();

    public PngCanvas(double width, double height, double scale)
    {
        _scale = scale;
        (int pixelWidth, int pixelHeight) = ((int)Math.Ceiling(width * scale), (int)Math.Ceiling(height * scale));
        (_frame, _coverage) = _last is { } last && last.Frame.Width == pixelWidth && last.Frame.Height == pixelHeight
            ? last
            : (new Frame(pixelWidth, pixelHeight), new CoverageBuffer(pixelWidth, pixelHeight));

        // In use now: a second canvas of this thread makes its own.
        _last = null;
    }

    /// <summary>Ends the picture and gets it as PNG.</summary>
    public byte[] Finish()
    {
        byte[] png = PngEncoder.Encode(_frame, _known ?? []);
        _last = (_frame, _coverage);
        return png;
    }

    public void Fill(Box box, Paint paint)
    {
        Box pixels = Scaled(box);
        if (paint.Opacity >= 1 && IsWhole(pixels) && _clips.Count == 0)
        {
            FillWhole(pixels, paint.Color);
            return;
        }

        _coverage.AddEdge(pixels.X, pixels.Y, pixels.X, pixels.Bottom);
        _coverage.AddEdge(pixels.Right, pixels.Bottom, pixels.Right, pixels.Y);
        Flush(paint);
    }

    public void Area(ReadOnlySpan<Place> places, Paint paint)
    {
        for (int i = 0; i < places.Length; i++)
        {
            Place from = Scaled(places[i]);
            Place to = Scaled(places[(i + 1) % places.Length]);
            _coverage.AddEdge(from.X, from.Y, to.X, to.Y);
        }

        Flush(paint);
    }

    public void Line(ReadOnlySpan<Place> places, Paint paint, double width, double dash = 0)
    {
        double thickness = Math.Max(width * _scale, 0.75);
        if (dash > 0)
        {
            AddDashes(places, thickness, dash * _scale);
            Flush(paint);
            return;
        }

        // One sweep for a whole line is exact where it crosses itself, but reads every pixel from its left end to its right;
        // thin pale lines, of which there are thousands, go piece by piece.
        bool isPale = paint.Opacity < 0.6 && width < 2;
        for (int i = 1; i < places.Length; i++)
        {
            Stroker.AddPiece(_coverage, Scaled(places[i - 1]), Scaled(places[i]), thickness);
            if (isPale)
            {
                Flush(paint);
            }
            else if (i + 1 < places.Length && thickness > 1.5)
            {
                Stroker.AddDisc(_coverage, Scaled(places[i]), thickness / 2);
            }
        }

        Flush(paint);
    }

    public void Dots(ReadOnlySpan<Place> places, Paint paint, double radius)
    {
        if (places.Length < 20)
        {
            foreach (Place place in places)
            {
                Stroker.AddDisc(_coverage, Scaled(place), radius * _scale);
                Flush(paint);
            }

            return;
        }

        _stamp = _stamp?.Radius == radius * _scale ? _stamp : new DotStamp(radius * _scale);
        _frame.Use(paint);
        foreach (Place place in places)
        {
            _stamp.Put(_frame, Scaled(place));
        }
    }

    public void Crosses(ReadOnlySpan<Place> places, Paint paint, double radius)
    {
        foreach (Place place in places)
        {
            Line([new Place(place.X - radius, place.Y - radius), new Place(place.X + radius, place.Y + radius)], paint, 1.4);
            Line([new Place(place.X - radius, place.Y + radius), new Place(place.X + radius, place.Y - radius)], paint, 1.4);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Field(Box box, ReadOnlySpan<byte> levels, int across, ColorRamp ramp)
    {
        Box target = Scaled(box);
        int down = levels.Length / across;
        uint[] colours = Known(ramp);
        int left = Math.Max((int)Math.Round(target.X), _frame.ClipLeft);
        int right = Math.Min((int)Math.Round(target.Right), _frame.ClipRight);
        int bottom = Math.Min((int)Math.Round(target.Bottom), _frame.ClipBottom);
        if (right <= left)
        {
            return;
        }

        (int[] columns, int[] weights) = Split(left, right, target.X, target.Width, across);
        int[] line = new int[across + 1];
        for (int y = Math.Max((int)Math.Round(target.Y), _frame.ClipTop); y < bottom; y++)
        {
            double v = Math.Clamp(((y + 0.5 - target.Y) / target.Height * down) - 0.5, 0, down - 1);
            ReadOnlySpan<byte> row = levels.Slice((int)v * across, across);
            ReadOnlySpan<byte> below = levels.Slice(Math.Min((int)v + 1, down - 1) * across, across);
            int downwards = (int)((v - (int)v) * 256);
            for (int x = 0; x < across; x++)
            {
                line[x] = (row[x] << 8) + ((below[x] - row[x]) * downwards);
            }

            // One more than there are, so that the last has a right neighbour.
            line[across] = line[across - 1];
            Span<uint> pixels = _frame.Pixels.AsSpan((y * _frame.Width) + left, right - left);
            for (int x = 0; x < pixels.Length; x++)
            {
                int at = columns[x];
                pixels[x] = colours[((line[at] << 8) + ((line[at + 1] - line[at]) * weights[x]) + 0x8000) >> 16];
            }
        }
    }

    public void Text(Place place, string text, TextStyle style)
    {
        GlyphFace face = GlyphFace.Of(style, _scale);
        double size = style.Size * _scale / face.Font.UnitsPerEm;
        double width = style.Anchor == Anchor.Start ? 0 : ChartFonts.Width(text, style) * _scale;
        double along = style.Anchor switch { Anchor.Middle => -width / 2, Anchor.End => -width, _ => 0 };
        (double sin, double cos) = Math.SinCos(style.Turn * Math.PI / 180);
        Place origin = Scaled(place);
        _frame.Use(new Paint(style.Color));
        foreach (char character in text)
        {
            GlyphStamp stamp = face[character];
            stamp.Put(_frame, new Place(origin.X + (along * cos), origin.Y - (along * sin)));
            along += stamp.Advance * size;
        }
    }

    public void BeginClip(Box box)
    {
        _clips.Push((_frame.ClipLeft, _frame.ClipTop, _frame.ClipRight, _frame.ClipBottom));
        Box pixels = Scaled(box);
        _frame.ClipLeft = Math.Max(_frame.ClipLeft, (int)Math.Round(pixels.X));
        _frame.ClipTop = Math.Max(_frame.ClipTop, (int)Math.Round(pixels.Y));
        _frame.ClipRight = Math.Min(_frame.ClipRight, (int)Math.Round(pixels.Right));
        _frame.ClipBottom = Math.Min(_frame.ClipBottom, (int)Math.Round(pixels.Bottom));
    }

    public void EndClip() => (_frame.ClipLeft, _frame.ClipTop, _frame.ClipRight, _frame.ClipBottom) = _clips.Pop();

    /// <summary>Gets the colours of a ramp as pixels, named when the ramp is the first of the picture; charts have one.</summary>
    private uint[] Known(ColorRamp ramp)
    {
        uint[] colours = [.. ramp.Colours.Select(Frame.Pack)];
        _known ??= colours;
        return _known.AsSpan().SequenceEqual(colours) ? [.. colours.Select(Frame.Named)] : colours;
    }

    /// <summary>Finds for each pixel from left to right the column of a field under it, and the weight of the next column in 256ths.</summary>
    private static (int[] Columns, int[] Weights) Split(int left, int right, double start, double width, int across)
    {
        int[] columns = new int[right - left];
        int[] weights = new int[right - left];
        for (int i = 0; i < columns.Length; i++)
        {
            double u = Math.Clamp(((left + i + 0.5 - start) / width * across) - 0.5, 0, across - 1);
            columns[i] = (int)u;
            weights[i] = (int)((u - columns[i]) * 256);
        }

        return (columns, weights);
    }

    private void AddDashes(ReadOnlySpan<Place> places, double thickness, double dash)
    {
        double walked = 0;
        for (int i = 1; i < places.Length; i++)
        {
            Place from = Scaled(places[i - 1]);
            Place to = Scaled(places[i]);
            double length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
            for (double at = 0; at < length;)
            {
                double phase = (walked + at) % (2 * dash);
                double end = Math.Min(length, at + (phase < dash ? dash - phase : (2 * dash) - phase) + 1e-6);
                if (phase < dash)
                {
                    Stroker.AddPiece(_coverage, Along(from, to, at / length), Along(from, to, end / length), thickness);
                }

                at = end;
            }

            walked += length;
        }
    }

    private void Flush(Paint paint)
    {
        _frame.Use(paint);
        _coverage.Flush(_frame);
    }

    private void FillWhole(Box box, Rgb colour)
    {
        int left = Math.Clamp((int)box.X, 0, _frame.Width);
        int right = Math.Clamp((int)box.Right, left, _frame.Width);
        for (int y = Math.Max(0, (int)box.Y); y < Math.Min(_frame.Height, (int)box.Bottom); y++)
        {
            _frame.Pixels.AsSpan((y * _frame.Width) + left, right - left).Fill(Frame.Pack(colour));
        }
    }

    private static bool IsWhole(Box box) =>
        box.X == Math.Floor(box.X) && box.Y == Math.Floor(box.Y) && box.Right == Math.Floor(box.Right) && box.Bottom == Math.Floor(box.Bottom);

    private static Place Along(Place from, Place to, double share) => new(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));

    private Place Scaled(Place place) => new(place.X * _scale, place.Y * _scale);

    private Box Scaled(Box box) => new(box.X * _scale, box.Y * _scale, box.Width * _scale, box.Height * _scale);
}
