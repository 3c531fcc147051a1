using System.Runtime.CompilerServices;

namespace Hypermax.Charts.Drawing.Raster;

/// <summary>Measures how much of each pixel a set of closed outlines covers, exactly, by adding up signed areas.</summary>
/// <remarks>
/// <para>Every edge adds its signed area to the pixels it crosses; a running sum along the row then is the coverage. Outlines
/// of the same sense that overlap count once, because the sum is cut at 1.</para>
/// <para>Only touched rows, from the first to the last touched pixel, are read and cleared. Not safe to share between threads.</para>
/// </remarks>
internal sealed class CoverageBuffer
{
    private readonly float[] _areas;
    private readonly byte[] _coverage;
    private readonly int[] _first;
    private readonly int[] _last;
    private int _top;
    private int _bottom = -1;

    public CoverageBuffer(int width, int height)
    {
        Width = width;
        Height = height;
        _areas = new float[(width + 2) * height];
        _coverage = new byte[width + 2];
        _first = new int[height];
        _last = new int[height];
        Array.Fill(_first, int.MaxValue);
        Array.Fill(_last, -1);
        _top = height;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Adds one edge of a closed outline, in pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddEdge(double x0, double y0, double x1, double y1)
    {
        if (y0 == y1 || double.IsNaN(x0 + y0 + x1 + y1))
        {
            return;
        }

        double direction = 1;
        if (y0 > y1)
        {
            (x0, y0, x1, y1, direction) = (x1, y1, x0, y0, -1);
        }

        double slope = (x1 - x0) / (y1 - y0);
        double x = y0 < 0 ? x0 - (y0 * slope) : x0;
        int top = Math.Max(0, (int)Math.Floor(y0));
        int bottom = Math.Min(Height, (int)Math.Ceiling(y1));
        if (bottom > top)
        {
            _top = Math.Min(_top, top);
            _bottom = Math.Max(_bottom, bottom - 1);
        }

        for (int row = top; row < bottom; row++)
        {
            double height = Math.Min(row + 1, y1) - Math.Max(row, y0);
            double next = x + (slope * height);
            AddToRow(row, Math.Clamp(Math.Min(x, next), 0, Width), Math.Clamp(Math.Max(x, next), 0, Width), height * direction);
            x = next;
        }
    }

    /// <summary>Visits the covered pixels row by row and clears them.</summary>
    /// <param name="target">What gets row, first pixel and coverages from 0 to 255.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Flush(ICoverageTarget target)
    {
        for (int row = _top; row <= _bottom; row++)
        {
            int first = _first[row];
            int last = Math.Min(_last[row], Width);
            if (first <= last)
            {
                Span<float> areas = _areas.AsSpan((row * (Width + 2)) + first, last - first + 1);
                Span<byte> coverage = _coverage.AsSpan(0, areas.Length);
                float sum = 0;
                for (int i = 0; i < areas.Length; i++)
                {
                    sum += areas[i];
                    coverage[i] = (byte)((Math.Min(1, Math.Abs(sum)) * 255) + 0.5f);
                }

                target.Cover(row, first, coverage[..Math.Min(coverage.Length, Width - first)]);
                areas.Clear();
                _areas[(row * (Width + 2)) + last + 1] = 0;
            }

            _first[row] = int.MaxValue;
            _last[row] = -1;
        }

        _top = Height;
        _bottom = -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddToRow(int row, double left, double right, double area)
    {
        int line = row * (Width + 2);
        int first = (int)left;
        int beyond = (int)Math.Ceiling(right);
        _first[row] = Math.Min(_first[row], first);
        _last[row] = Math.Max(_last[row], Math.Max(beyond, first + 1));
        if (beyond <= first + 1)
        {
            double share = (0.5 * (left + right)) - first;
            _areas[line + first] += (float)(area * (1 - share));
            _areas[line + first + 1] += (float)(area * share);
            return;
        }

        // The edge crosses several pixels: a triangle in the first and the last, equal steps between.
        double perPixel = 1 / (right - left);
        double inFirst = 1 - (left - first);
        double a0 = 0.5 * perPixel * inFirst * inFirst;
        double inLast = right - (beyond - 1);
        double am = 0.5 * perPixel * inLast * inLast;
        _areas[line + first] += (float)(area * a0);
        if (beyond == first + 2)
        {
            _areas[line + first + 1] += (float)(area * (1 - a0 - am));
        }
        else
        {
            double a1 = perPixel * (inFirst + 0.5);
            _areas[line + first + 1] += (float)(area * (a1 - a0));
            for (int pixel = first + 2; pixel < beyond - 1; pixel++)
            {
                _areas[line + pixel] += (float)(area * perPixel);
            }

            double a2 = a1 + ((beyond - first - 3) * perPixel);
            _areas[line + beyond - 1] += (float)(area * (1 - a2 - am));
        }

        _areas[line + beyond] += (float)(area * am);
    }
}
