using Hypermax.Convergence.Population.Curves;
using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Models;

/// <summary>A network of one hidden layer trained with momentum; the logistic loss on data it has not seen.</summary>
internal sealed class SmallNetwork(Dataset data, double[] starts, int[] order)
{
    private const int MostWidth = 16;
    private const double Diverged = 3;

    private static Parameter[] Parameters =>
    [
        Forms.Float("rate", 1e-5, 10, log: true), Forms.Float("momentum", 0, 0.99), Forms.Int("width", 1, MostWidth, log: true),
        Forms.Float("decay", 1e-7, 1, log: true), Forms.Int("batch", 4, 48, log: true), Forms.Float("start", 0.01, 5, log: true), Forms.Choice("activation", 3),
    ];

    public static Problem Make(Draws draws) => Composition.Searched(
        new SearchSpace("networks", [.. Parameters, Forms.Int("epochs", 2, 24, log: true)]), Drawn(draws).Loss, 2500) with { ReferenceDraws = 800 };

    /// <summary>Makes a problem whose budget is the number of epochs.</summary>
    public static Problem MakeCurves(Draws draws) =>
        CurveFamilies.Of(draws, new SearchSpace("networks", Parameters), 0.3, Drawn(draws).Curve);

    private static SmallNetwork Drawn(Draws draws)
    {
        Dataset data = Dataset.Classes(draws, 48, 64, draws.Whole(0, 3));
        return new SmallNetwork(data, draws.Normals(MostWidth * (data.Features + 2)), draws.Order(48));
    }

    private double Loss(double[] x)
    {
        double loss = Diverged;
        Train(x, (int)x[7], (epoch, score) => loss = epoch == (int)x[7] - 1 ? score() : loss);
        return loss;
    }

    private double[] Curve(double[] x)
    {
        double[] curve = new double[LearningCurves.Whole];
        Train(x, curve.Length, (epoch, score) => curve[epoch] = score());
        return curve;
    }

    private void Train(double[] x, int epochs, Action<int, Func<double>> after)
    {
        int width = (int)x[2];
        int each = data.Features + 2;
        double[] weights = [.. starts.Take(width * each).Select(w => x[5] * w)];
        double[] velocity = new double[weights.Length];
        double[] slope = new double[weights.Length];
        double[] hidden = new double[width];
        int batch = (int)x[4];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            for (int first = 0; first < order.Length; first += batch)
            {
                int count = Math.Min(batch, order.Length - first);
                Array.Clear(slope);
                for (int k = 0; k < count; k++)
                {
                    Backward(data.Train[order[first + k]], data.TrainTarget[order[first + k]], weights, hidden, slope, (int)x[6]);
                }

                for (int w = 0; w < weights.Length; w++)
                {
                    velocity[w] = (x[1] * velocity[w]) - (x[0] * ((slope[w] / count) + (x[3] * weights[w])));
                    weights[w] += velocity[w];
                }
            }

            after(epoch, () => Score(weights, hidden, (int)x[6]));
        }
    }

    private double Score(double[] weights, double[] hidden, int activation)
    {
        double sum = 0;
        for (int t = 0; t < data.Test.Length; t++)
        {
            sum += Softplus(-data.TestTarget[t] * Forward(data.Test[t], weights, hidden, activation));
        }

        sum /= data.Test.Length;
        return sum < Diverged ? sum : Diverged;
    }

    private double Forward(double[] row, double[] weights, double[] hidden, int activation)
    {
        int each = row.Length + 2;
        double output = 0;
        for (int h = 0; h < hidden.Length; h++)
        {
            double sum = weights[(h * each) + row.Length];
            for (int i = 0; i < row.Length; i++)
            {
                sum += weights[(h * each) + i] * row[i];
            }

            hidden[h] = activation switch
            {
                0 => Math.Tanh(sum),
                1 => Math.Max(0, sum),
                _ => 1 / (1 + Math.Exp(-sum)),
            };
            output += weights[(h * each) + row.Length + 1] * hidden[h];
        }

        return output;
    }

    private void Backward(double[] row, double target, double[] weights, double[] hidden, double[] slope, int activation)
    {
        int each = row.Length + 2;
        double output = Forward(row, weights, hidden, activation);
        double error = -target / (1 + Math.Exp(target * output));
        for (int h = 0; h < hidden.Length; h++)
        {
            int start = h * each;
            double inner = error * weights[start + row.Length + 1] * activation switch
            {
                0 => 1 - (hidden[h] * hidden[h]),
                1 => hidden[h] > 0 ? 1 : 0,
                _ => hidden[h] * (1 - hidden[h]),
            };
            for (int i = 0; i < row.Length; i++)
            {
                slope[start + i] += inner * row[i];
            }

            slope[start + row.Length] += inner;
            slope[start + row.Length + 1] += error * hidden[h];
        }
    }

    private static double Softplus(double value) => value > 30 ? value : Math.Log(1 + Math.Exp(value));
}
