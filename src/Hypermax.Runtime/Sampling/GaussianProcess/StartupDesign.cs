using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The points before there is a model: the centre of the space, then a Latin hypercube spread as widely as possible.</summary>
/// <remarks>A function of the seed of the study and the number of points alone.</remarks>
internal static class StartupDesign
{
    private const int Tries = 24;

    /// <summary>Gets the number of points: that of the parameters with a choice, but 4 at least and 8 at most.</summary>
    public static int Size(SpaceGeometry geometry, GpOptions options) =>
        options.StartupTrials ?? Math.Clamp(geometry.Dimensions.Count(dimension => dimension.LevelCount != 1), 4, 8);

    /// <summary>Proposes a point of the design, or null once there is enough for a model.</summary>
    public static Proposal? Propose(SamplerContext context, GpOptions options)
    {
        int size = Size(context.Geometry, options);
        bool isEnough = context.History.UsableCount >= Math.Max(2, context.TrialNumber < size ? size : 2);
        if (isEnough)
        {
            return null;
        }

        double[] vector = new double[context.Geometry.Count];
        if (context.TrialNumber < size && context.Attempt == 0)
        {
            context.FromUnit(Make(context.Seed, size, vector.Length)[context.TrialNumber], vector);
        }
        else
        {
            context.Sample(context.Stream("gp/startup"), vector);
        }

        return new Proposal(vector, new Insight("gp/startup"));
    }

    /// <summary>Gets the design in unit form, one row a point.</summary>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="points">The number of points.</param>
    /// <param name="dimensions">The number of parameters.</param>
    public static double[][] Make(long seed, int points, int dimensions)
    {
        SeedStream stream = new(seed, 0, "gp/design");
        double[][] best = [];
        double widest = double.NegativeInfinity;
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            double[][] design = Latin(stream, points, dimensions);
            double gap = Gap(design);
            if (gap > widest)
            {
                (best, widest) = (design, gap);
            }
        }

        return best;
    }

    private static double[][] Latin(SeedStream stream, int points, int dimensions)
    {
        double[][] design = [.. Enumerable.Range(0, points).Select(_ => new double[dimensions])];
        if (points == 0)
        {
            return design;
        }

        Array.Fill(design[0], 0.5);
        int[] order = new int[points - 1];
        for (int d = 0; d < dimensions; d++)
        {
            for (int i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }

            stream.Shuffle<int>(order);
            for (int i = 1; i < points; i++)
            {
                design[i][d] = (order[i - 1] + stream.NextDouble()) / order.Length;
            }
        }

        return design;
    }

    // The smallest squared distance between two points.
    private static double Gap(double[][] design)
    {
        double smallest = double.PositiveInfinity;
        for (int i = 0; i < design.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double sum = 0;
                for (int d = 0; d < design[i].Length; d++)
                {
                    sum += (design[i][d] - design[j][d]) * (design[i][d] - design[j][d]);
                }

                smallest = Math.Min(smallest, sum);
            }
        }

        return smallest;
    }
}
