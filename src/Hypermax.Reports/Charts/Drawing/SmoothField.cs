namespace Hypermax.Charts.Drawing;

/// <summary>Interpolates a grid of cell values smoothly: bicubic (Catmull and Rom 1974), edges repeated, kept within the four nearest cells.</summary>
internal static class SmoothField
{
    /// <summary>Computes the values of a square field over the grid.</summary>
    /// <param name="cells">The values, lowest row first.</param>
    /// <param name="across">The number of cells in a row.</param>
    /// <param name="size">The number of values in a row and in a column of the field.</param>
    public static double[] Compute(ReadOnlySpan<double> cells, int across, int size)
    {
        int down = cells.Length / across;
        double[] field = new double[size * size];
        for (int y = 0; y < size; y++)
        {
            (int rowBelow, double v) = Split((((y + 0.5) / size) * down) - 0.5, down);
            for (int x = 0; x < size; x++)
            {
                (int left, double u) = Split((((x + 0.5) / size) * across) - 0.5, across);
                field[(y * size) + x] = At(cells, across, down, left, u, rowBelow, v);
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

    private static double At(ReadOnlySpan<double> cells, int across, int down, int left, double u, int below, double v)
    {
        Span<double> rows = stackalloc double[4];
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        for (int j = -1; j <= 2; j++)
        {
            int row = Math.Clamp(below + j, 0, down - 1) * across;
            double b = cells[row + left];
            double c = cells[row + Math.Min(left + 1, across - 1)];
            rows[j + 1] = Cubic(cells[row + Math.Max(left - 1, 0)], b, c, cells[row + Math.Min(left + 2, across - 1)], u);
            if (j is 0 or 1)
            {
                low = Math.Min(low, Math.Min(b, c));
                high = Math.Max(high, Math.Max(b, c));
            }
        }

        return Math.Clamp(Cubic(rows[0], rows[1], rows[2], rows[3], v), low, high);
    }

    private static double Cubic(double a, double b, double c, double d, double t) =>
        b + (0.5 * t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
}
