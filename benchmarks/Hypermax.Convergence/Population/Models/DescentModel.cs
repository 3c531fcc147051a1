using Hypermax.Convergence.Population.Curves;
using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Models;

/// <summary>A linear model of random features trained by gradient descent with momentum and a schedule; the squared error on data it has not seen.</summary>
internal sealed class DescentModel(Dataset data, double[][] directions, double[] phases, int[] order)
{
    private const int MostFeatures = 24;
    private const double Diverged = 50;

    public static Problem Make(Draws draws) => Composition.Searched(Space(30), Drawn(draws).Error, 2500) with { ReferenceDraws = 800 };

    /// <summary>Makes a problem whose budget is the number of epochs.</summary>
    public static Problem MakeCurves(Draws draws) => CurveFamilies.Of(draws, Space(LearningCurves.Whole), 0.5, Drawn(draws).Curve);

    private static DescentModel Drawn(Draws draws)
    {
        Dataset data = Dataset.Numbers(draws, 48, 60, draws.Whole(0, 2));
        double[][] directions = [.. Enumerable.Range(0, MostFeatures).Select(_ => draws.Normals(data.Features))];
        return new DescentModel(data, directions, draws.Uniforms(MostFeatures, 0, 2 * Math.PI), draws.Order(48));
    }

    // With a single number of epochs it is fixed, and the budget is what varies.
    private static SearchSpace Space(int epochs)
    {
        Parameter[] parameters =
        [
            Forms.Float("rate", 1e-6, 10, log: true), Forms.Choice("schedule", 3), Forms.Float("momentum", 0, 0.999),
            Forms.Float("l1", 1e-8, 1, log: true), Forms.Float("l2", 1e-8, 1, log: true), Forms.Int("batch", 1, 48, log: true),
            Forms.Int("features", 2, MostFeatures), Forms.Float("frequency", 1e-2, 30, log: true),
            epochs == LearningCurves.Whole ? Forms.Int("epochs", epochs, epochs) : Forms.Int("epochs", 1, epochs),
            Forms.Float("rate.end", 1e-4, 1, log: true, when: Forms.Is(1, 1)), Forms.Int("rate.every", 1, 10, when: Forms.Is(1, 2)),
        ];
        return new SearchSpace("descent", parameters);
    }

    private double Error(double[] x)
    {
        double error = 0;
        Train(x, (epoch, score) => error = epoch == (int)x[8] - 1 ? score() : error);
        return error;
    }

    private double[] Curve(double[] x)
    {
        double[] curve = new double[LearningCurves.Whole];
        Train(x, (epoch, score) => curve[epoch] = score());
        return curve;
    }

    private double Score(double[][] tests, double[] weights)
    {
        double sum = 0;
        for (int t = 0; t < tests.Length; t++)
        {
            double miss = data.TestTarget[t] - Dot(tests[t], weights);
            sum += miss * miss;
        }

        sum /= tests.Length;
        return sum < Diverged ? sum : Diverged;
    }

    private void Train(double[] x, Action<int, Func<double>> after)
    {
        int width = (int)x[6];
        double[][] rows = [.. data.Train.Select(row => Map(row, x[7], width))];
        double[][] tests = [.. data.Test.Select(row => Map(row, x[7], width))];
        double[] weights = new double[rows[0].Length];
        double[] velocity = new double[weights.Length];
        double[] slope = new double[weights.Length];
        int batch = (int)x[5];
        for (int epoch = 0; epoch < (int)x[8]; epoch++)
        {
            double rate = x[0] * Factor(x, epoch);
            for (int first = 0; first < order.Length; first += batch)
            {
                int count = Math.Min(batch, order.Length - first);
                Array.Clear(slope);
                for (int k = first; k < first + count; k++)
                {
                    double miss = Dot(rows[order[k]], weights) - data.TrainTarget[order[k]];
                    for (int w = 0; w < weights.Length; w++)
                    {
                        slope[w] += miss * rows[order[k]][w] / count;
                    }
                }

                for (int w = 0; w < weights.Length; w++)
                {
                    velocity[w] = (x[2] * velocity[w]) - (rate * (slope[w] + (x[4] * weights[w]) + (x[3] * (weights[w] > 0 ? 1 : -1))));
                    weights[w] += velocity[w];
                }
            }

            after(epoch, () => Score(tests, weights));
        }
    }

    private static double Factor(double[] x, int epoch) => x[1] switch
    {
        0 => 1,
        1 => Math.Pow(x[9], epoch / x[8]),
        _ => Math.Pow(0.5, Math.Floor(epoch / x[10])),
    };

    private double[] Map(double[] row, double frequency, int width)
    {
        double[] mapped = new double[width + 1];
        mapped[width] = 1;
        for (int k = 0; k < width; k++)
        {
            mapped[k] = Math.Cos(phases[k] + (frequency * Dot(directions[k], row)));
        }

        return mapped;
    }

    private static double Dot(double[] left, double[] right) => System.Numerics.Tensors.TensorPrimitives.Dot<double>(left, right);
}
