using System.Numerics.Tensors;

namespace Hypermax.Analysis.Trends;

/// <summary>The curve of least squares y = scale · e^(−rate · x) + offset.</summary>
/// <param name="Scale">The height above the offset at 0.</param>
/// <param name="Rate">How fast it falls.</param>
/// <param name="Offset">What it falls to.</param>
internal readonly record struct ExponentialTrend(double Scale, double Rate, double Offset)
{
    /// <summary>Fits the curve; null with fewer than four points or fewer than three different x.</summary>
    /// <remarks>For a given rate the rest is a straight line in e^(−rate · x) (Golub and Pereyra 1973), so only the rate is searched:
    /// a grid over both signs from a hundredth of to ten times the inverse range of x, refined by golden section.
    /// This finds the best curve of the range; no start value.</remarks>
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

        Fitting fitting = new(shifted, y);
        double best = Search(fitting);
        (double scale, double offset, double error) = fitting.Solve(best);
        return double.IsFinite(error)
            ? new ExponentialTrend(scale * Math.Exp(best * low / range), best / range, offset) is var trend && double.IsFinite(trend.Scale) ? trend : null
            : null;
    }

    /// <summary>Gets the height of the curve.</summary>
    /// <param name="x">The place.</param>
    public double At(double x) => (Scale * Math.Exp(-Rate * x)) + Offset;

    private static double Search(Fitting fitting)
    {
        const int Steps = 16;
        double best = 0.01;
        double least = double.PositiveInfinity;
        for (int i = 0; i <= Steps; i++)
        {
            double size = 0.01 * Math.Pow(1000, (double)i / Steps);
            foreach (double rate in (ReadOnlySpan<double>)[size, -size])
            {
                double error = fitting.Solve(rate).Error;
                if (error < least)
                {
                    (least, best) = (error, rate);
                }
            }
        }

        double a = best / 1.55, b = best * 1.55;
        const double Golden = 0.6180339887498949;
        double c = b - ((b - a) * Golden), d = a + ((b - a) * Golden);
        (double atC, double atD) = (fitting.Solve(c).Error, fitting.Solve(d).Error);
        for (int i = 0; i < 24; i++)
        {
            // One of the two inner places stays; only the other is new.
            if (atC < atD)
            {
                (b, d, atD) = (d, c, atC);
                c = b - ((b - a) * Golden);
                atC = fitting.Solve(c).Error;
            }
            else
            {
                (a, c, atC) = (c, d, atD);
                d = a + ((b - a) * Golden);
                atD = fitting.Solve(d).Error;
            }
        }

        return (a + b) / 2;
    }

    /// <summary>The straight line in e^(−rate · x) for any rate; vectorised, for a chart of thousands of places asks for sixty rates.</summary>
    private sealed class Fitting
    {
        private readonly double[] _x;
        private readonly double[] _heights;
        private readonly double[] _powers;
        private readonly double _mean;
        private readonly double _squares;

        public Fitting(double[] x, ReadOnlySpan<double> y)
        {
            _x = x;
            _powers = new double[x.Length];
            _heights = new double[x.Length];
            _mean = TensorPrimitives.Sum(y) / y.Length;
            TensorPrimitives.Subtract(y, _mean, _heights);
            _squares = TensorPrimitives.SumOfSquares<double>(_heights);
        }

        public (double Scale, double Offset, double Error) Solve(double rate)
        {
            TensorPrimitives.Multiply(_x, -rate, _powers);
            TensorPrimitives.Exp<double>(_powers, _powers);
            double mean = TensorPrimitives.Sum<double>(_powers) / _powers.Length;
            TensorPrimitives.Subtract(_powers, mean, _powers);
            double ee = TensorPrimitives.SumOfSquares<double>(_powers);
            double ey = TensorPrimitives.Dot<double>(_powers, _heights);
            double scale = ee > 0 ? ey / ee : 0;
            return (scale, _mean - (scale * mean), ee > 0 ? _squares - (scale * ey) : double.PositiveInfinity);
        }
    }
}
