using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Models;

/// <summary>Nearest neighbours with a weight for each feature; the share of wrong answers on data it has not seen.</summary>
internal sealed class NeighbourModel(Dataset data)
{
    private const int Fixed = 4;

    public static Problem Make(Draws draws)
    {
        Dataset data = Dataset.Classes(draws, 120, 90, draws.Whole(0, 4));
        Parameter[] parameters =
        [
            Forms.Int("neighbours", 1, 100, log: true), Forms.Choice("metric", 3), Forms.Choice("weights", 3), Forms.Float("power", 0.1, 10, log: true),
            .. Enumerable.Range(0, data.Features).Select(i => Forms.Float("scale" + i, 0.001, 10, log: true)),
        ];
        return Composition.Searched(new SearchSpace("neighbours", parameters), new NeighbourModel(data).Error, 3000) with { ReferenceDraws = 1000 };
    }

    private double Error(double[] x)
    {
        int neighbours = (int)x[0];
        double[] distances = new double[data.Train.Length];
        int[] order = new int[data.Train.Length];
        double wrong = 0;
        for (int t = 0; t < data.Test.Length; t++)
        {
            for (int r = 0; r < distances.Length; r++)
            {
                distances[r] = Distance(data.Test[t], data.Train[r], x);
                order[r] = r;
            }

            Array.Sort(distances, order);
            wrong += Vote(distances, order, neighbours, x) * data.TestTarget[t] > 0 ? 0 : 1;
        }

        return wrong / data.Test.Length;
    }

    private double Vote(double[] distances, int[] order, int neighbours, double[] x)
    {
        double vote = 0;
        for (int k = 0; k < neighbours; k++)
        {
            double weight = x[2] switch
            {
                0 => 1,
                1 => 1 / Math.Pow(distances[k] + 1e-9, x[3]),
                _ => Math.Exp(-distances[k] * x[3]),
            };
            vote += weight * data.TrainTarget[order[k]];
        }

        return vote;
    }

    private static double Distance(double[] left, double[] right, double[] x)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double gap = x[Fixed + i] * Math.Abs(left[i] - right[i]);
            sum = x[1] switch
            {
                0 => sum + gap,
                1 => sum + (gap * gap),
                _ => Math.Max(sum, gap),
            };
        }

        return sum;
    }
}
