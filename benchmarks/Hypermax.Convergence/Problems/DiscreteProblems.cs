namespace Hypermax.Convergence.Problems;

/// <summary>Whole numbers, steps, choices and plateaus.</summary>
internal static class DiscreteProblems
{
    private static readonly double[][] Tables =
    [
        .. Enumerable.Range(0, 7).Select(i => Enumerable.Range(0, 25).Select(k => 0.5 * (1 + Math.Sin(3.7 + (11.3 * i) + (5.9 * k)))).ToArray()),
    ];

    public static IEnumerable<Problem> All()
    {
        yield return new(
            "integers8", "integer", new SearchSpace("integers8", Enumerable.Range(0, 8).Select(i => (Parameter)Forms.Int("n" + i, 0, 10 + i))), Integers, 0);
        yield return new("steps", "integer", StepSpace(), Steps, 0.1);
        yield return new(
            "choices",
            "integer",
            new SearchSpace("choices", Enumerable.Range(0, 6).Select(i => (Parameter)Forms.Choice("c" + i, 5))),
            Choices,
            SmallestChoice());
        yield return new("diverging", "integer", DivergingSpace(), Diverging, 0.02);
    }

    private static double Integers(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double centre = 3 + ((5 * i) % 7);
            double gap = x[i] - centre;
            double next = x[(i + 1) % x.Length] - (3 + ((5 * ((i + 1) % x.Length)) % 7));
            sum += (gap * gap) + (0.6 * gap * next);
        }

        return sum;
    }

    // A network's shape on a coarse grid, as in tables of real training runs.
    private static SearchSpace StepSpace() => new("steps",
    [
        Forms.Choice("activation", 4), Forms.Int("blocks1", 1, 3), Forms.Int("blocks2", 1, 3), Forms.Int("blocks3", 1, 3),
        Forms.Int("width1", 32, 96, step: 16), Forms.Int("width2", 64, 192, step: 32), Forms.Float("momentum", 0.5, 0.95, step: 0.05),
        Forms.Float("rate", 0.01, 3, log: true), Forms.Float("decay", 1e-5, 1e-2, log: true),
    ]);

    private static double Steps(double[] x)
    {
        double size = (x[1] + x[2] + x[3]) / 9 * (x[4] / 96) * (x[5] / 192);
        double rate = Math.Log10(x[7]) + 0.6 + size + (2 * (x[6] - 0.8));
        double decay = Math.Log10(x[8]) + 3.2;
        double loss = 0.1 + (0.06 * x[0] * x[0] / 3) + (0.15 * (1 - size)) + (0.12 * rate * rate) + (0.03 * decay * decay);
        return rate > 1.1 ? 0.9 : Math.Min(0.9, loss);
    }

    private static double Choices(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < 6; i++)
        {
            sum += Tables[6][(int)((5 * i) + x[i]) % 25] + (0.4 * Tables[i][(int)((5 * x[i]) + x[(i + 1) % 6])]);
        }

        return sum;
    }

    private static double SmallestChoice()
    {
        double best = double.PositiveInfinity;
        double[] x = new double[6];
        for (int code = 0; code < 15625; code++)
        {
            int rest = code;
            for (int i = 0; i < 6; i++)
            {
                (x[i], rest) = (rest % 5, rest / 5);
            }

            best = Math.Min(best, Choices(x));
        }

        return best;
    }

    // Beyond a stable region the loss is astronomically large, as when training diverges.
    private static SearchSpace DivergingSpace() => new("diverging",
    [
        Forms.Float("rate", 1e-6, 10, log: true), Forms.Float("momentum", 0, 0.999), Forms.Float("decay", 1e-8, 1, log: true), Forms.Int(
            "batch", 8, 512, log: true),
    ]);

    private static double Diverging(double[] x)
    {
        double effective = Math.Log10(x[0] / (1 - x[1]));
        double stable = -0.5 + (0.3 * Math.Log2(x[3] / 64));
        double loss = 0.02
            + (0.05 * Math.Pow(effective + 1 - (0.25 * Math.Log2(x[3] / 64)), 2))
            + (0.02 * Math.Pow(Math.Log10(x[2]) + 4, 2))
            + (0.01 * Math.Abs(Math.Log2(x[3] / 64)));
        return effective > stable ? Math.Min(1e12, 10 * Math.Exp(10 * (effective - stable))) : loss;
    }
}
