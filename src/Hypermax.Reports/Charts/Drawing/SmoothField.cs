using System.Runtime.CompilerServices;

namespace Hypermax.Charts.Drawing;

/// <summary>Interpolates a grid of cell values smoothly: bicubic (Catmull and Rom 1974), edges repeated, kept within the four nearest cells.</summary>
internal static class SmoothField
{
    /// <summary>Computes the values of a square field over the grid.</summary>
    /// <param name="cells">The values, lowest row first.</param>
    /// <param name="across">The number of cells in a row.</param>
    /// <param name="size">The number of values in a row and in a column of the field.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double[] Compute(ReadOnlySpan<double> cells, int across, int size)
    {
        int down = cells.Length / across;

        // Along the rows of cells first, then across them: four products for each value instead of twenty.
        double[] along = new double[down * size];
        double[] least = new double[down * size];
        double[] most = new double[down * size];
        for (int x = 0; x < size; x++)
        {
            (int left, double u) = Split((((x + 0.5) / size) * across) - 0.5, across);
            int right = Math.Min(left + 1, across - 1);
            for (int row = 0; row < down; row++)
            {
                ReadOnlySpan<double> line = cells.Slice(row * across, across);
                int at = (row * size) + x;
                along[at] = Cubic(line[Math.Max(left - 1, 0)], line[left], line[right], line[Math.Min(left + 2, across - 1)], u);
                (least[at], most[at]) = (Math.Min(line[left], line[right]), Math.Max(line[left], line[right]));
            }
        }

        double[] field = new double[size * size];
        for (int y = 0; y < size; y++)
        {
            (int below, double v) = Split((((y + 0.5) / size) * down) - 0.5, down);
            int above = Math.Min(below + 1, down - 1) * size;
            int before = Math.Max(below - 1, 0) * size;
            int after = Math.Min(below + 2, down - 1) * size;
            below *= size;
            for (int x = 0; x < size; x++)
            {
                double value = Cubic(along[before + x], along[below + x], along[above + x], along[after + x], v);
                field[(y * size) + x] = Math.Clamp(value, Math.Min(least[below + x], least[above + x]), Math.Max(most[below + x], most[above + x]));
            }
        }

        return field;
    }

    private static (int Cell, double Share) Split(double place, int count)
    {
        double clamped = Math.Clamp(place, 0, count - 1);
        int cell = Math.Min((int)clamped, Math.Max(0, count - 2));
        return (cell, clamped - cell);
    }

    private static double Cubic(double a, double b, double c, double d, double t) =>
        b + (0.5 * t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
}
