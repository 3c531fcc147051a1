namespace Hypermax.Analysis.Trends;

/// <summary>The curve of least squares y = scale · e^(−rate · x) + offset.</summary>
/// <param name="Scale">The height above the offset at 0.</param>
/// <param name="Rate">How fast it falls.</param>
/// <param name="Offset">What it falls to.</param>
public readonly record struct ExponentialTrend(double Scale, double Rate, double Offset)
{
    /// <summary>Fits the curve; null with fewer than four points or fewer than three different x.</summary>
    /// <remarks>For a given rate the rest is a straight line in e^(−rate · x) (Golub and Pereyra 1973), so only the rate is searched:
    /// a grid over both signs from a hundredth of to ten times the inverse range of x, refined by golden section. This finds the best curve of the range; no start value.</remarks>
    /// <param name="x">The places.</param>
    /// <param name="y">The heights, equally many.</param>
    public static ExponentialTrend? Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < 4)
        {
            return null;
        }

        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        HashSet<double> places = [];
        foreach (double place in x)
        {
            (low, high) = (Math.Min(low, place), Math.Max(high, place));
            places.Add(place);
        }

        double range = high - low;
        if (places.Count < 3 || !(range > 0) || !double.IsFinite(range))
        {
            return null;
        }

        double[] shifted = new double[x.Length];
        for (int i = 0; i < shifted.Length; i++)
        {
            // Within 0 … 1 the powers stay harmless whatever the unit of x is.
            shifted[i] = (x[i] - low) / range;
        }

        double[] heights = y.ToArray();
        double best = Search(shifted, heights);
        (double scale, double offset, double error) = Solve(shifted, heights, best);
        return double.IsFinite(error) ? new ExponentialTrend(scale * Math.Exp(best * low / range), best / range, offset) is var trend && double.IsFinite(trend.Scale) ? trend : null : null;
    }

    /// <summary>Gets the height of the curve.</summary>
    /// <param name="x">The place.</param>
    public double At(double x) => (Scale * Math.Exp(-Rate * x)) + Offset;

    private static double Search(double[] x, double[] y)
    {
        const int Steps = 16;
        double best = 0.01;
        double least = double.PositiveInfinity;
        for (int i = 0; i <= Steps; i++)
        {
            double size = 0.01 * Math.Pow(1000, (double)i / Steps);
            foreach (double rate in (ReadOnlySpan<double>)[size, -size])
            {
                double error = Solve(x, y, rate).Error;
                if (error < least)
                {
                    (least, best) = (error, rate);
                }
            }
        }

        double a = best / 1.55, b = best * 1.55;
        const double Golden = 0.6180339887498949;
        double c = b - ((b - a) * Golden), d = a + ((b - a) * Golden);
        (double atC, double atD) = (Solve(x, y, c).Error, Solve(x, y, d).Error);
        for (int i = 0; i < 24; i++)
        {
            // One of the two inner places stays; only the other is new.
            if (atC < atD)
            {
                (b, d, atD) = (d, c, atC);
                c = b - ((b - a) * Golden);
                atC = Solve(x, y, c).Error;
            }
            else
            {
                (a, c, atC) = (c, d, atD);
                d = a + ((b - a) * Golden);
                atD = Solve(x, y, d).Error;
            }
        }

        return (a + b) / 2;
    }

    private static (double Scale, double Offset, double Error) Solve(double[] x, double[] y, double rate)
    {
        double meanE = 0, meanY = 0;
        double[] powers = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            powers[i] = Math.Exp(-rate * x[i]);
            meanE += powers[i] / x.Length;
            meanY += y[i] / x.Length;
        }

        double ee = 0, ey = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double de = powers[i] - meanE;
            double dy = y[i] - meanY;
            ee += de * de;
            ey += de * dy;
            yy += dy * dy;
        }

        double scale = ee > 0 ? ey / ee : 0;
        return (scale, meanY - (scale * meanE), ee > 0 ? yy - (scale * ey) : double.PositiveInfinity);
    }
}
