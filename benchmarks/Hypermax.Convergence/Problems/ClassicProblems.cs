namespace Hypermax.Convergence.Problems;

/// <summary>Functions of the optimisation literature, moved so that no minimum lies in the centre.</summary>
internal static class ClassicProblems
{
    private static readonly double[,] HartmannScale =
    {
        { 10, 3, 17, 3.5, 1.7, 8 }, { 0.05, 10, 17, 0.1, 8, 14 }, { 3, 3.5, 1.7, 10, 17, 8 }, { 17, 8, 0.05, 10, 0.1, 14 },
    };

    private static readonly double[,] HartmannCentre =
    {
        { 1312, 1696, 5569, 124, 8283, 5886 }, { 2329, 4135, 8307, 3736, 1004, 9991 },
        { 2348, 1451, 3522, 2883, 3047, 6650 }, { 4047, 8828, 8732, 5743, 1091, 381 },
    };

    private static readonly double[] HartmannHeight = [1.0, 1.2, 3.0, 3.2];

    public static IEnumerable<Problem> All()
    {
        yield return new("branin", "classic", new SearchSpace("branin", [Forms.Float("x", -5, 10), Forms.Float("y", 0, 15)]), Branin, 0.39788735772973816);
        yield return new("hartmann6", "classic", Forms.Cube("hartmann6", 6, 0, 1), Hartmann, -3.322368011415511);
        yield return new("rosenbrock5", "classic", Forms.Cube("rosenbrock5", 5, 1e-2, 1e2, log: true), Rosenbrock, 0);
        yield return new("ackley10", "classic", Forms.Cube("ackley10", 10, -10, 10), x => Ackley(Moved(x, 3)), 0);
        yield return new("levy8", "classic", Forms.Cube("levy8", 8, -10, 10), x => Levy(Moved(x, 5)), 0);
        yield return new("rastrigin4", "classic", Forms.Cube("rastrigin4", 4, -5, 5), x => Rastrigin(Moved(x, 2)), 0);
        yield return new("ellipsoid6", "classic", Forms.Cube("ellipsoid6", 6, -5, 5), x => Ellipsoid(Moved(x, 3)), 0);
    }

    public static double Branin(double[] x)
    {
        double a = x[1] - (5.1 / (4 * Math.PI * Math.PI) * x[0] * x[0]) + (5 / Math.PI * x[0]) - 6;
        return (a * a) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x[0])) + 10;
    }

    public static double Hartmann(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            double inner = 0;
            for (int d = 0; d < 6; d++)
            {
                double difference = x[d] - (1e-4 * HartmannCentre[i, d]);
                inner += HartmannScale[i, d] * difference * difference;
            }

            sum -= HartmannHeight[i] * Math.Exp(-inner);
        }

        return sum;
    }

    public static double Levy(double[] z)
    {
        double[] w = [.. z.Select(v => 1 + (v / 4))];
        double sum = Square(Math.Sin(Math.PI * w[0])) + (Square(w[^1] - 1) * (1 + Square(Math.Sin(2 * Math.PI * w[^1]))));
        for (int i = 0; i < w.Length - 1; i++)
        {
            sum += Square(w[i] - 1) * (1 + (10 * Square(Math.Sin((Math.PI * w[i]) + 1))));
        }

        return sum;
    }

    public static double Ackley(double[] z)
    {
        double squares = z.Sum(v => v * v) / z.Length;
        double waves = z.Sum(v => Math.Cos(2 * Math.PI * v)) / z.Length;
        return 20 + Math.E - (20 * Math.Exp(-0.2 * Math.Sqrt(squares))) - Math.Exp(waves);
    }

    /// <summary>Moves the minimum of a function of z away from the centre, a different way in every coordinate.</summary>
    public static double[] Moved(double[] x, double reach) => [.. x.Select((v, i) => v - (reach * Math.Sin(1 + (2.4 * i))))];

    private static double Rosenbrock(double[] x)
    {
        double[] z = [.. x.Select(Math.Log10)];
        double sum = 0;
        for (int i = 0; i + 1 < z.Length; i++)
        {
            sum += (100 * Square(z[i + 1] - (z[i] * z[i]))) + Square(1 - z[i]);
        }

        return sum;
    }

    private static double Rastrigin(double[] z) => z.Sum(v => (v * v) + 10 - (10 * Math.Cos(2 * Math.PI * v)));

    private static double Ellipsoid(double[] z) => z.Select((v, i) => Math.Pow(10, 3.0 * i / (z.Length - 1)) * v * v).Sum();

    private static double Square(double v) => v * v;
}
