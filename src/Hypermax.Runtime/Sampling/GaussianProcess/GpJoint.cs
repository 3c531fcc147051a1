using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>What a model believes of the function at several points together.</summary>
/// <param name="Means">The means.</param>
/// <param name="Factor">The rows of the Cholesky factor of their covariance, row i with i + 1 entries.</param>
internal sealed record GpJoint(double[] Means, double[][] Factor)
{
    /// <summary>Draws one function that may be the true one.</summary>
    /// <param name="stream">Where random numbers come from.</param>
    /// <param name="spread">What deviations from the means are multiplied with.</param>
    public double[] Draw(SeedStream stream, double spread)
    {
        double[] normals = [.. Means.Select(_ => stream.NextNormal())];
        return [.. Factor.Select((row, i) => Means[i] + (spread * LaneMath.Dot(row, normals.AsSpan(0, row.Length))))];
    }

    /// <summary>Computes the covariance.</summary>
    /// <param name="spread">What deviations from the means are multiplied with.</param>
    public double[][] Covariance(double spread)
    {
        double[][] covariance = new double[Means.Length][];
        for (int i = 0; i < covariance.Length; i++)
        {
            covariance[i] = new double[covariance.Length];
            for (int j = 0; j <= i; j++)
            {
                double entry = spread * spread * LaneMath.Dot(Factor[i].AsSpan(0, j + 1), Factor[j]);
                covariance[i][j] = entry;
                covariance[j][i] = entry;
            }
        }

        return covariance;
    }
}
