using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Models;

/// <summary>Local regression with a choice of kernel, each with parameters of its own; a plateau wherever a kernel reaches no row or all of them.</summary>
internal sealed class SmoothingModel(Dataset data, double mean)
{
    private const int Fixed = 8;

    public static Problem Make(Draws draws)
    {
        Dataset data = Dataset.Numbers(draws, 90, 60, draws.Whole(0, 3));
        Parameter[] parameters =
        [
            Forms.Choice("kernel", 4), Forms.Choice("degree", 2), Forms.Float("penalty", 1e-8, 1e3, log: true),
            Forms.Float("gauss.width", 1e-4, 1e4, log: true, when: Forms.Is(0, 0)), Forms.Float("box.width", 1e-3, 1e3, log: true, when: Forms.Is(0, 1)),
            Forms.Int("near.count", 1, 90, log: true, when: Forms.Is(0, 2)),
            Forms.Float("heavy.width", 1e-4, 1e4, log: true, when: Forms.Is(0, 3)), Forms.Float("heavy.power", 0.2, 8, log: true, when: Forms.Is(0, 3)),
            .. Enumerable.Range(0, data.Features).Select(i => Forms.Float("scale" + i, 0.01, 10, log: true)),
        ];
        SmoothingModel model = new(data, data.TrainTarget.Average());
        return Composition.Searched(new SearchSpace("smoothing", parameters), model.Error, 2500) with { ReferenceDraws = 800 };
    }

    private double Error(double[] x)
    {
        double sum = 0;
        double[] squares = new double[data.Train.Length];
        for (int t = 0; t < data.Test.Length; t++)
        {
            for (int r = 0; r < squares.Length; r++)
            {
                squares[r] = Squares(data.Test[t], data.Train[r], x);
            }

            double miss = data.TestTarget[t] - Fit(data.Test[t], squares, x);
            sum += miss * miss;
        }

        return Math.Min(30, sum / data.Test.Length);
    }

    // The weighted mean, or a ridge-penalised plane through the weighted rows; the mean of all where no row has weight.
    private double Fit(double[] row, double[] squares, double[] x)
    {
        double reach = x[0] == 2 ? squares.Order().ElementAt((int)x[5] - 1) + 1e-12 : 0;
        int size = x[1] == 0 ? 1 : data.Features + 1;
        double[] matrix = new double[size * size];
        double[] right = new double[size];
        double[] basis = new double[size];
        basis[0] = 1;
        double total = 0;
        for (int r = 0; r < squares.Length; r++)
        {
            double weight = Weight(squares[r], reach, x);
            total += weight;
            for (int i = 0; i < size; i++)
            {
                basis[i] = i == 0 ? 1 : data.Train[r][i - 1] - row[i - 1];
                right[i] += weight * basis[i] * (data.TrainTarget[r] - mean);
                for (int j = 0; j <= i; j++)
                {
                    matrix[(i * size) + j] += weight * basis[i] * basis[j];
                }
            }
        }

        for (int i = 0; i < size; i++)
        {
            matrix[(i * size) + i] += 1e-9 + (i == 0 ? 0 : x[2]);
        }

        return total < 1e-12 ? mean : mean + LinearSystem.Solve(matrix, right)[0];
    }

    private static double Weight(double squares, double reach, double[] x) => x[0] switch
    {
        0 => Math.Exp(-0.5 * squares / (x[3] * x[3])),
        1 => squares < x[4] * x[4] ? 1 - (squares / (x[4] * x[4])) : 0,
        2 => squares <= reach ? 1 : 0,
        _ => Math.Pow(1 + (squares / (x[6] * x[6])), -x[7]),
    };

    private static double Squares(double[] left, double[] right, double[] x)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double gap = x[Fixed + i] * (left[i] - right[i]);
            sum += gap * gap;
        }

        return sum;
    }
}
