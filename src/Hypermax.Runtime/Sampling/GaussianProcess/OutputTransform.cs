namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Makes losses fit for a Gaussian process: cuts the upper tail, bends, and standardises.</summary>
internal static class OutputTransform
{
    /// <summary>Transforms the losses of the first rows; failed trials get the worst value.</summary>
    public static double[] Apply(ReadOnlySpan<double> losses)
    {
        List<double> finite = [];
        foreach (double loss in losses)
        {
            if (double.IsFinite(loss))
            {
                finite.Add(loss);
            }
        }

        double[] result = new double[losses.Length];
        if (finite.Count == 0)
        {
            return result;
        }

        finite.Sort();
        double best = finite[0];
        double median = finite[finite.Count / 2];
        double cap = median + (5 * (median - best));
        double worst = Math.Min(finite[^1], cap);
        for (int i = 0; i < losses.Length; i++)
        {
            result[i] = double.IsFinite(losses[i]) ? Math.Min(losses[i], cap) : worst;
        }

        Standardise(result);
        return result;
    }

    private static void Standardise(double[] values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Length;
        }

        double variance = 0;
        foreach (double value in values)
        {
            variance += (value - mean) * (value - mean) / values.Length;
        }

        double scale = variance > 0 ? 1 / Math.Sqrt(variance) : 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (values[i] - mean) * scale;
        }
    }
}
