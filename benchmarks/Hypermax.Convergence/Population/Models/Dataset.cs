namespace Hypermax.Convergence.Population.Models;

/// <summary>Made data, cut into a part to learn from and a part to score with.</summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="TrainTarget">Their targets: numbers, or −1 and 1.</param>
/// <param name="Test">Rows to score with.</param>
/// <param name="TestTarget">Their targets.</param>
internal sealed record Dataset(double[][] Train, double[] TrainTarget, double[][] Test, double[] TestTarget)
{
    public int Features => Train[0].Length;

    /// <summary>Draws two classes: rings, moons, a chessboard or clouds, some labels wrong, some features useless and all of different scales.</summary>
    public static Dataset Classes(Draws draws, int train, int test, int useless)
    {
        int kind = draws.Whole(0, 3);
        double wrong = draws.Uniform(0, 0.12);
        double blur = draws.Uniform(0.05, 0.4);
        double[][] clouds = [.. Enumerable.Range(0, 6).Select(_ => draws.Normals(2).Select(v => 1.2 * v).ToArray())];
        return Make(draws, train, test, useless, () =>
        {
            double label = draws.Pick(-1.0, 1.0);
            double angle = draws.Uniform(0, Math.PI);
            (double x, double y) = kind switch
            {
                0 => (Math.Cos(2 * angle) * (label > 0 ? 1 : 0.4), Math.Sin(2 * angle) * (label > 0 ? 1 : 0.4)),
                1 => (Math.Cos(angle) * label + (label > 0 ? 0 : 1), (Math.Sin(angle) * label) + (label > 0 ? -0.25 : 0.25)),
                2 => Board(draws, label),
                _ => Cloud(clouds[draws.Whole(0, 2) + (label > 0 ? 3 : 0)]),
            };
            return ([x + (blur * draws.Normal()), y + (blur * draws.Normal())], draws.Chance(wrong) ? -label : label);
        });
    }

    /// <summary>Draws a regression of two to four features in the manner of Friedman (1991), with noise.</summary>
    public static Dataset Numbers(Draws draws, int train, int test, int useless)
    {
        double noise = draws.Uniform(0.05, 0.5);
        double[] mix = draws.Normals(4);
        double speed = draws.Uniform(1, 5);
        return Make(draws, train, test, useless, () =>
        {
            double[] x = draws.Uniforms(4, -1, 1);
            double y = (mix[0] * Math.Sin(speed * x[0] * x[1])) + (mix[1] * x[2] * x[2]) + (mix[2] * x[3]) + (mix[3] * x[0]);
            return (x, y + (noise * draws.Normal()));
        });
    }

    private static Dataset Make(Draws draws, int train, int test, int useless, Func<(double[] X, double Y)> row)
    {
        (double[] X, double Y)[] rows = [.. Enumerable.Range(0, train + test).Select(_ => row())];
        double[][] inputs = [.. rows.Select(item => (double[])[.. item.X, .. draws.Normals(useless)])];
        double[] scales = [.. Enumerable.Range(0, inputs[0].Length).Select(_ => draws.LogUniform(0.2, 5))];
        foreach (double[] input in inputs)
        {
            for (int i = 0; i < input.Length; i++)
            {
                input[i] *= scales[i];
            }
        }

        double[] targets = [.. rows.Select(item => item.Y)];
        return new Dataset(inputs[..train], targets[..train], inputs[train..], targets[train..]);
    }

    private static (double X, double Y) Board(Draws draws, double label)
    {
        double x = draws.Uniform(-1, 1);
        double y = draws.Uniform(0, 1);
        return (x, x * label > 0 ? y : -y);
    }

    private static (double X, double Y) Cloud(double[] centre) => (centre[0], centre[1]);
}
