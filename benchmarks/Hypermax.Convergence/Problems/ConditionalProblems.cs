namespace Hypermax.Convergence.Problems;

/// <summary>Spaces whose parameters exist in some branches only.</summary>
internal static class ConditionalProblems
{
    private static readonly double[] PenaltyOfMetric = [0.02, 0.04, 0];

    public static IEnumerable<Problem> All()
    {
        yield return new("learners", "conditional", LearnerSpace(), Learners, 0.08);
        yield return new("tree", "conditional", TreeSpace(), Tree, 0);
        yield return new("pipeline", "conditional", PipelineSpace(), Pipeline, 0.05);
    }

    // Three learners with their own parameters; the best one has a narrow valley, the one that is good on average has not.
    public static SearchSpace LearnerSpace() => new("learners",
    [
        Forms.Choice("learner", 3), Forms.Float("penalty", 1e-6, 1, log: true), Forms.Choice("scaling", 3),
        Forms.Float("a.rate", 1e-5, 1, log: true, when: Forms.Is(0, 0)), Forms.Int("a.depth", 1, 12, when: Forms.Is(0, 0)),
        Forms.Int("b.neighbours", 1, 200, log: true, when: Forms.Is(0, 1)), Forms.Float("b.power", 0, 1, when: Forms.Is(0, 1)), Forms.Choice(
            "b.metric", 3, Forms.Is(0, 1)),
        Forms.Int("c.width", 8, 256, log: true, when: Forms.Is(0, 2)), Forms.Float("c.dropout", 0, 0.8, when: Forms.Is(0, 2)),
        Forms.Float("c.rate", 1e-5, 1, log: true, when: Forms.Is(0, 2)),
    ]);

    public static double Learners(double[] x)
    {
        double penalty = Math.Log10(x[1]);
        if (x[0] == 0)
        {
            double depth = x[4] - 7;
            return 0.2
                + (0.08 * Math.Pow((Math.Log10(x[3]) + 2 + (0.1 * depth)) / 1.5, 2))
                + (0.003 * depth * depth)
                + (0.01 * Math.Pow(penalty + 2, 2))
                + (0.02 * x[2]);
        }

        if (x[0] == 1)
        {
            double neighbours = Math.Log2(x[5] / 20);
            return 0.15
                + (0.015 * neighbours * neighbours)
                + (0.2 * Math.Pow(x[6] - 0.7, 2))
                + PenaltyOfMetric[(int)x[7]]
                + (0.005 * Math.Pow(penalty + 4, 2))
                + (0.02 * Math.Abs(x[2] - 1));
        }

        double width = Math.Log2(x[8] / 64);
        double valley = Math.Log10(x[10]) + 3 + (0.4 * width);
        return 0.08
            + (0.4 * (1 - Math.Exp(-1.2 * valley * valley)))
            + (0.01 * width * width)
            + (0.3 * Math.Pow(x[9] - 0.3, 2))
            + (0.008 * Math.Pow(penalty + 3, 2))
            + (0.06 * x[2]);
    }

    // Choices within choices, four levels deep, a float at each leaf and one at every node on the way.
    private static SearchSpace TreeSpace()
    {
        List<Parameter> parameters = [Forms.Choice("n", 2), Forms.Float("n.x", 0, 1)];
        Grow(parameters, 0, "n", 3);
        return new SearchSpace("tree", parameters);
    }

    private static void Grow(List<Parameter> parameters, int parent, string path, int depth)
    {
        for (int side = 0; side < 2; side++)
        {
            Condition here = Forms.Is(parent, side);
            string name = path + side;
            if (depth == 1)
            {
                parameters.Add(Forms.Float(name + ".x", 0, 1, when: here));
                continue;
            }

            int node = parameters.Count;
            parameters.Add(Forms.Choice(name, 2, here));
            parameters.Add(Forms.Float(name + ".x", 0, 1, when: here));
            Grow(parameters, node, name, depth - 1);
        }
    }

    private static double Tree(double[] x)
    {
        // The active choices from the root spell a leaf; leaf 5 is best, and each level has its own best place.
        double leaf = 0;
        double sum = 0;
        double level = 0;
        foreach (double value in x.Where(v => !double.IsNaN(v)))
        {
            if (value == Math.Floor(value) && value is 0 or 1)
            {
                leaf = (2 * leaf) + value;
                continue;
            }

            double gap = value - (0.2 + (0.17 * level++));
            sum += gap * gap;
        }

        return sum + (0.05 * Math.Abs(leaf - 5));
    }

    // Independent stages, each with alternatives that bring one parameter.
    private static SearchSpace PipelineSpace() => new("pipeline",
    [
        Forms.Choice("clean", 3), Forms.Float("clean.limit", 1, 10, log: true, when: Forms.Is(0, 1)), Forms.Float("clean.share", 0, 0.5, when: Forms.Is(0, 2)),
        Forms.Choice("reduce", 2), Forms.Int("reduce.parts", 2, 60, log: true, when: Forms.Is(3, 1)),
        Forms.Choice("model", 2), Forms.Float("linear.penalty", 1e-5, 1e3, log: true, when: Forms.Is(5, 0)),
        Forms.Float("kernel.c", 1e-3, 1e4, log: true, when: Forms.Is(5, 1)), Forms.Float("kernel.width", 1e-5, 10, log: true, when: Forms.Is(5, 1)),
    ]);

    private static double Pipeline(double[] x)
    {
        double loss = 0.05;
        loss += x[0] switch { 0 => 0.05, 1 => 0.02 + (0.03 * Math.Pow(Math.Log10(x[1]) - 0.5, 2)), _ => 0.4 * Math.Pow(x[2] - 0.12, 2) };
        loss += x[3] == 0 ? 0.03 : 0.02 * Math.Pow(Math.Log2(x[4] / 18), 2);
        if (x[5] == 0)
        {
            return loss + 0.08 + (0.01 * Math.Pow(Math.Log10(x[6]) - 1, 2));
        }

        (double c, double width) = (Math.Log10(x[7]) - 1.3, Math.Log10(x[8]) + 2.2);
        return loss + (0.35 * (1 - Math.Exp(-(0.15 * Math.Pow(c + width, 2)) - (0.6 * width * width))));
    }
}
