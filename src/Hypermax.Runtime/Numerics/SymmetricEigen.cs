namespace Hypermax.Numerics;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations.</summary>
/// <remarks>Golub and Van Loan, Matrix Computations, section 8.5. In a fixed order, so that results repeat; O(n³) a sweep, fewer than ten sweeps.</remarks>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">The matrix, row by row; destroyed, its diagonal then holds the eigenvalues.</param>
    /// <param name="vectors">Receives the eigenvectors, one a column.</param>
    /// <param name="n">The number of rows.</param>
    public static void Decompose(double[] matrix, double[] vectors, int n)
    {
        Array.Clear(vectors);
        double norm = 0;
        for (int i = 0; i < n; i++)
        {
            vectors[(i * n) + i] = 1;
            for (int j = 0; j < n; j++)
            {
                norm += matrix[(i * n) + j] * matrix[(i * n) + j];
            }
        }

        for (int sweep = 0; sweep < MostSweeps && OffDiagonal(matrix, n) > 1e-28 * norm; sweep++)
        {
            for (int p = 0; p < n - 1; p++)
            {
                for (int q = p + 1; q < n; q++)
                {
                    Rotate(matrix, vectors, n, p, q);
                }
            }
        }
    }

    private static double OffDiagonal(double[] matrix, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                sum += 2 * matrix[(i * n) + j] * matrix[(i * n) + j];
            }
        }

        return sum;
    }

    private static void Rotate(double[] matrix, double[] vectors, int n, int p, int q)
    {
        double entry = matrix[(p * n) + q];
        if (entry == 0)
        {
            return;
        }

        double theta = (matrix[(q * n) + q] - matrix[(p * n) + p]) / (2 * entry);
        double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1);
        double s = t * c;
        for (int k = 0; k < n; k++)
        {
            (double kp, double kq) = (matrix[(k * n) + p], matrix[(k * n) + q]);
            matrix[(k * n) + p] = (c * kp) - (s * kq);
            matrix[(k * n) + q] = (s * kp) + (c * kq);
        }

        for (int k = 0; k < n; k++)
        {
            (double pk, double qk) = (matrix[(p * n) + k], matrix[(q * n) + k]);
            matrix[(p * n) + k] = (c * pk) - (s * qk);
            matrix[(q * n) + k] = (s * pk) + (c * qk);
            (double vp, double vq) = (vectors[(k * n) + p], vectors[(k * n) + q]);
            vectors[(k * n) + p] = (c * vp) - (s * vq);
            vectors[(k * n) + q] = (s * vp) + (c * vq);
        }
    }
}
