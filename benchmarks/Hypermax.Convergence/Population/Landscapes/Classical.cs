namespace Hypermax.Convergence.Population.Landscapes;

/// <summary>Functions of the literature as functions of a displacement, 0 at 0 and above 0 elsewhere.</summary>
internal static class Classical
{
    /// <summary>Curved valley; the displacement is read as the distance from (1, …, 1).</summary>
    public static double Rosenbrock(double[] z)
    {
        double sum = 0;
        for (int i = 0; i + 1 < z.Length; i++)
        {
            double here = 1 + (2 * z[i]);
            double next = 1 + (2 * z[i + 1]);
            sum += (10 * Square(next - (here * here))) + Square(1 - here);
        }

        return sum + (z.Length == 1 ? Square(z[0]) : 0);
    }

    public static double Ellipsoid(double[] z, double condition)
    {
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            sum += Math.Pow(condition, i / Math.Max(1.0, z.Length - 1)) * z[i] * z[i];
        }

        return sum;
    }

    public static double Rastrigin(double[] z, double depth)
    {
        double sum = 0;
        foreach (double v in z)
        {
            sum += (4 * v * v) + (depth * (1 - Math.Cos(8 * Math.PI * v)));
        }

        return sum;
    }

    public static double Ackley(double[] z)
    {
        double squares = 0;
        double waves = 0;
        foreach (double v in z)
        {
            squares += 100 * v * v;
            waves += Math.Cos(10 * Math.PI * v);
        }

        return 20 + Math.E - (20 * Math.Exp(-0.2 * Math.Sqrt(squares / z.Length))) - Math.Exp(waves / z.Length);
    }

    public static double Griewank(double[] z)
    {
        double sum = 0;
        double product = 1;
        for (int i = 0; i < z.Length; i++)
        {
            double v = 30 * z[i];
            sum += v * v / 400;
            product *= Math.Cos(v / Math.Sqrt(i + 1));
        }

        return 1 + sum - product;
    }

    public static double Levy(double[] z)
    {
        double sum = Square(Math.Sin(Math.PI * (1 + (5 * z[0]))));
        for (int i = 0; i < z.Length; i++)
        {
            double w = 5 * z[i];
            sum += w * w * (1 + (i + 1 < z.Length ? 10 * Square(Math.Sin((Math.PI * (1 + w)) + 1)) : Square(Math.Sin(2 * Math.PI * (1 + w)))));
        }

        return sum;
    }

    /// <summary>A sharp ridge: slow along one axis, steep to all sides of it.</summary>
    public static double Ridge(double[] z)
    {
        double sum = 0;
        for (int i = 1; i < z.Length; i++)
        {
            sum += z[i] * z[i];
        }

        return (z[0] * z[0]) + (5 * Math.Sqrt(sum));
    }

    /// <summary>A sum of powers, flatter in one coordinate than in the next.</summary>
    public static double Powers(double[] z)
    {
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            sum += Math.Pow(Math.Abs(z[i]), 1.5 + (3.0 * i / z.Length));
        }

        return sum;
    }

    private static double Square(double value) => value * value;
}
