using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Models;

/// <summary>A least-squares support vector machine with a choice of kernel; wide plateaus where a kernel says nothing.</summary>
internal sealed class KernelModel(Dataset data)
{
    public static Problem Make(Draws draws)
    {
        KernelModel model = new(Dataset.Classes(draws, 60, 80, draws.Whole(0, 3)));
        Parameter[] parameters =
        [
            Forms.Choice("kernel", 4), Forms.Float("cost", 1e-6, 1e6, log: true), Forms.Choice("scaling", 2),
            Forms.Float("poly.gamma", 1e-5, 1e2, log: true, when: Forms.Is(0, 1)), Forms.Int("poly.degree", 2, 5, when: Forms.Is(0, 1)), Forms.Float(
                "poly.offset", 0, 10, when: Forms.Is(0, 1)),
            Forms.Float("radial.gamma", 1e-8, 1e4, log: true, when: Forms.Is(0, 2)),
            Forms.Float("tanh.gamma", 1e-6, 1e2, log: true, when: Forms.Is(0, 3)), Forms.Float("tanh.offset", -5, 5, when: Forms.Is(0, 3)),
        ];
        return Composition.Searched(new SearchSpace("kernels", parameters), model.Error, 3000) with { ReferenceDraws = 1000 };
    }

    private double Error(double[] x)
    {
        double[][] train = x[2] == 0 ? data.Train : Scaled(data.Train);
        double[][] test = x[2] == 0 ? data.Test : Scaled(data.Test);
        int n = train.Length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                matrix[(i * n) + j] = Kernel(train[i], train[j], x);
            }

            matrix[(i * n) + i] += (1 / x[1]) + 1e-8;
        }

        double[] weights = LinearSystem.Solve(matrix, [.. data.TrainTarget]);
        int wrong = 0;
        double hinge = 0;
        for (int t = 0; t < test.Length; t++)
        {
            double sum = 0;
            for (int i = 0; i < n; i++)
            {
                sum += weights[i] * Kernel(test[t], train[i], x);
            }

            wrong += sum * data.TestTarget[t] > 0 ? 0 : 1;
            hinge += Math.Clamp(1 - (sum * data.TestTarget[t]), 0, 2);
        }

        return double.IsFinite(hinge) ? ((wrong * 0.9) + (0.1 * hinge / 2)) / test.Length : 0.5;
    }

    private double[][] Scaled(double[][] rows)
    {
        double[] scale = new double[data.Features];
        for (int i = 0; i < scale.Length; i++)
        {
            scale[i] = 1 / Math.Sqrt(data.Train.Average(row => row[i] * row[i]));
        }

        return [.. rows.Select(row => row.Select((v, i) => v * scale[i]).ToArray())];
    }

    private static double Kernel(double[] left, double[] right, double[] x)
    {
        double dot = 0;
        double squares = 0;
        for (int i = 0; i < left.Length; i++)
        {
            dot += left[i] * right[i];
            squares += (left[i] - right[i]) * (left[i] - right[i]);
        }

        return x[0] switch
        {
            0 => dot,
            1 => Power((x[3] * dot) + x[5], (int)x[4]),
            2 => Math.Exp(-x[6] * squares),
            _ => Math.Tanh((x[7] * dot) + x[8]),
        };
    }

    private static double Power(double value, int exponent)
    {
        double result = value;
        for (int k = 1; k < exponent; k++)
        {
            result *= value;
        }

        return result;
    }
}
