namespace Hypermax.Analysis.Surfaces;

/// <summary>Smooths scattered values over the unit square: a weighted mean with Gaussian weights (Nadaraya 1964, Watson 1964).</summary>
/// <remarks>Values first fall into the cells of a fine grid, then both sums are blurred along one side and the other: the cost depends on
/// the number of values only through one pass. The width of the blur falls with the number of values as n^(−1/6) (Silverman 1986).</remarks>
internal static class KernelSurface
{
    /// <summary>Computes the surface at the middles of a grid of cells, lowest row first.</summary>
    /// <param name="u">The horizontal places, from 0 to 1.</param>
    /// <param name="v">The vertical places, from 0 to 1.</param>
    /// <param name="values">The values.</param>
    /// <param name="size">The number of cells on each side.</param>
    public static double[] Compute(ReadOnlySpan<double> u, ReadOnlySpan<double> v, ReadOnlySpan<double> values, int size)
    {
        double[] sums = new double[size * size];
        double[] weights = new double[size * size];
        double mean = 0;
        for (int i = 0; i < values.Length; i++)
        {
            int cell = (Math.Clamp((int)(v[i] * size), 0, size - 1) * size) + Math.Clamp((int)(u[i] * size), 0, size - 1);
            sums[cell] += values[i];
            weights[cell]++;
            mean += values[i] / values.Length;
        }

        double width = Math.Clamp(0.30 * Math.Pow(values.Length, -1.0 / 6), 0.05, 0.2) * size;
        double[] kernel = Kernel(width, size);
        sums = Blur(sums, kernel, size);
        weights = Blur(weights, kernel, size);
        for (int i = 0; i < sums.Length; i++)
        {
            // Far from all values the mean of all takes over.
            sums[i] = (sums[i] + (1e-9 * mean)) / (weights[i] + 1e-9);
        }

        return sums;
    }

    private static double[] Kernel(double width, int size)
    {
        double[] kernel = new double[size];
        for (int i = 0; i < size; i++)
        {
            kernel[i] = Math.Exp(-0.5 * i * i / (width * width));
        }

        return kernel;
    }

    private static double[] Blur(double[] grid, double[] kernel, int size)
    {
        double[] half = new double[grid.Length];
        double[] full = new double[grid.Length];
        for (int y = 0; y < size; y++)
        {
            for (int x = 0; x < size; x++)
            {
                double sum = 0;
                for (int i = 0; i < size; i++)
                {
                    sum += grid[(y * size) + i] * kernel[Math.Abs(i - x)];
                }

                half[(y * size) + x] = sum;
            }
        }

        for (int y = 0; y < size; y++)
        {
            for (int i = 0; i < size; i++)
            {
                double weight = kernel[Math.Abs(i - y)];
                for (int x = 0; x < size; x++)
                {
                    full[(y * size) + x] += half[(i * size) + x] * weight;
                }
            }
        }

        return full;
    }
}
