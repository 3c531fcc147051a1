using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Models;

/// <summary>Ridge regression on random cosine features; the mean squared error on data it has not seen.</summary>
internal sealed class RidgeModel(Dataset data, double[][] directions, double[] phases)
{
    private const int MostFeatures = 32;

    public static Problem Make(Draws draws)
    {
        Dataset data = Dataset.Numbers(draws, 70, 60, draws.Whole(0, 4));
        RidgeModel model = new(
            data, [.. Enumerable.Range(0, MostFeatures).Select(_ => draws.Normals(data.Features))], draws.Uniforms(MostFeatures, 0, 2 * Math.PI));
        Parameter[] parameters =
        [
            Forms.Float("penalty", 1e-8, 1e4, log: true), Forms.Int("features", 2, MostFeatures), Forms.Float("frequency", 1e-3, 1e2, log: true),
            .. Enumerable.Range(0, data.Features).Select(i => Forms.Float("scale" + i, 0.01, 10, log: true)),
        ];
        return Composition.Searched(new SearchSpace("ridge", parameters), model.Error, 3000) with { ReferenceDraws = 1000 };
    }

    private double Error(double[] x)
    {
        int m = (int)x[1];
        double[][] rows = [.. data.Train.Select(row => Map(row, x, m))];
        double[] weights = Solve(rows, data.TrainTarget, m, x[0]);
        double sum = 0;
        for (int i = 0; i < data.Test.Length; i++)
        {
            double miss = data.TestTarget[i] - Dot(Map(data.Test[i], x, m), weights);
            sum += miss * miss;
        }

        return Math.Min(100, sum / data.Test.Length);
    }

    private double[] Map(double[] row, double[] x, int m)
    {
        double[] mapped = new double[m + 1];
        mapped[m] = 1;
        for (int k = 0; k < m; k++)
        {
            double angle = phases[k];
            for (int i = 0; i < row.Length; i++)
            {
                angle += x[2] * x[3 + i] * directions[k][i] * row[i];
            }

            mapped[k] = Math.Cos(angle);
        }

        return mapped;
    }

    private static double[] Solve(double[][] rows, double[] targets, int m, double penalty)
    {
        int size = m + 1;
        double[] matrix = new double[size * size];
        double[] right = new double[size];
        for (int r = 0; r < rows.Length; r++)
        {
            for (int i = 0; i < size; i++)
            {
                right[i] += rows[r][i] * targets[r];
                for (int j = 0; j <= i; j++)
                {
                    matrix[(i * size) + j] += rows[r][i] * rows[r][j];
                }
            }
        }

        for (int i = 0; i < size; i++)
        {
            matrix[(i * size) + i] += penalty + 1e-9;
        }

        return LinearSystem.Solve(matrix, right);
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
