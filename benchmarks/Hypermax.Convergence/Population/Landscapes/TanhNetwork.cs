namespace Hypermax.Convergence.Population.Landscapes;

/// <summary>A random network of two hidden layers as a function of its inputs.</summary>
internal sealed class TanhNetwork
{
    private readonly double[][] _first;
    private readonly double[][] _second;
    private readonly double[] _last;

    public TanhNetwork(Draws draws, int inputs, double gain)
    {
        int width = draws.Whole(6, 16);
        _first = [.. Enumerable.Range(0, width).Select(_ => draws.Normals(inputs + 1).Select(w => w * gain * 2 / Math.Sqrt(inputs)).ToArray())];
        _second = [.. Enumerable.Range(0, width).Select(_ => draws.Normals(width + 1).Select(w => w * gain / Math.Sqrt(width)).ToArray())];
        _last = draws.Normals(width);
    }

    public double At(double[] place)
    {
        double[] input = [.. place.Select(v => (2 * v) - 1)];
        double[] hidden = Layer(_second, Layer(_first, input));
        double sum = 0;
        for (int i = 0; i < hidden.Length; i++)
        {
            sum += _last[i] * hidden[i];
        }

        return sum;
    }

    private static double[] Layer(double[][] weights, double[] input)
    {
        double[] output = new double[weights.Length];
        for (int i = 0; i < output.Length; i++)
        {
            double sum = weights[i][^1];
            for (int j = 0; j < input.Length; j++)
            {
                sum += weights[i][j] * input[j];
            }

            output[i] = Math.Tanh(sum);
        }

        return output;
    }
}
