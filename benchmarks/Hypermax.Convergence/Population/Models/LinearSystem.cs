namespace Hypermax.Convergence.Population.Models;

/// <summary>Solves symmetric positive systems, for the small models.</summary>
internal static class LinearSystem
{
    /// <summary>Solves in place by Cholesky's factorisation; a pivot that is not positive is taken as tiny.</summary>
    /// <param name="matrix">Row by row, the lower half; overwritten.</param>
    /// <param name="right">The right side; overwritten and returned.</param>
    public static double[] Solve(double[] matrix, double[] right)
    {
        int n = right.Length;
        for (int i = 0; i < n; i++)
        {
            Span<double> row = matrix.AsSpan(i * n, i + 1);
            for (int j = 0; j <= i; j++)
            {
                ReadOnlySpan<double> other = matrix.AsSpan(j * n, j + 1);
                double sum = row[j] - System.Numerics.Tensors.TensorPrimitives.Dot(row[..j], other[..j]);
                row[j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / other[j];
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                right[i] -= matrix[(i * n) + j] * right[j];
            }

            right[i] /= matrix[(i * n) + i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                right[i] -= matrix[(j * n) + i] * right[j];
            }

            right[i] /= matrix[(i * n) + i];
        }

        return right;
    }
}
