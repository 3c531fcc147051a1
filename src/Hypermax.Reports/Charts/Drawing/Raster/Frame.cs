namespace Hypermax.Charts.Drawing.Raster;

/// <summary>The pixels of a picture, painted through coverage and clip.</summary>
internal sealed class Frame : ICoverageTarget
{
    private Rgb _colour;
    private float _opacity = 1;

    public Frame(int width, int height)
    {
        Width = width;
        Height = height;
        Pixels = new Rgb[width * height];
        (ClipRight, ClipBottom) = (width, height);
    }

    public int Width { get; }

    public int Height { get; }

    public Rgb[] Pixels { get; }

    public int ClipLeft { get; set; }

    public int ClipTop { get; set; }

    public int ClipRight { get; set; }

    public int ClipBottom { get; set; }

    public void Use(Paint paint)
    {
        _colour = paint.Color;
        _opacity = (float)Math.Clamp(paint.Opacity, 0, 1);
    }

    public void Cover(int row, int first, ReadOnlySpan<float> coverage)
    {
        if (row < ClipTop || row >= ClipBottom)
        {
            return;
        }

        int from = Math.Max(first, ClipLeft);
        int to = Math.Min(first + coverage.Length, ClipRight);
        Span<Rgb> pixels = Pixels.AsSpan(row * Width, Width);
        for (int x = from; x < to; x++)
        {
            float alpha = coverage[x - first] * _opacity;
            if (alpha > 0.998f)
            {
                pixels[x] = _colour;
            }
            else if (alpha > 0.002f)
            {
                pixels[x] = Blend(pixels[x], _colour, alpha);
            }
        }
    }

    private static Rgb Blend(Rgb below, Rgb above, float alpha)
    {
        int weight = (int)((alpha * 256) + 0.5f);
        int rest = 256 - weight;
        return new Rgb(
            (byte)(((below.R * rest) + (above.R * weight) + 128) >> 8),
            (byte)(((below.G * rest) + (above.G * weight) + 128) >> 8),
            (byte)(((below.B * rest) + (above.B * weight) + 128) >> 8));
    }
}
