using System.Runtime.CompilerServices;

namespace Hypermax.Numerics;

/// <summary>Cholesky factor, triangular inverse and full inverse of a symmetric positive definite matrix; rows in one array.</summary>
/// <remarks>
/// Four rows at a time over contiguous memory in a fixed order of additions; about five times faster than the managed
/// factorisation of MathNet.Numerics, with which the tests compare it.
/// </remarks>
internal static class CholeskyKernel
{
    /// <summary>Replaces the lower triangle of a matrix by its Cholesky factor L, A = L·Lᵀ.</summary>
    /// <param name="a">The matrix, row i at i·stride; only the lower triangle is read and written.</param>
    /// <param name="n">The number of rows.</param>
    /// <param name="stride">The distance between rows.</param>
    /// <returns>False when the matrix is not positive definite; the triangle is then half done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Factor(double[] a, int n, int stride)
    {
        Span<double> sums = stackalloc double[4];
        int i = 0;
        for (; i <= n - 4; i += 4)
        {
            for (int j = 0; j < i; j++)
            {
                LaneMath.Dot4(a.AsSpan(j * stride, j), ref a[i * stride], stride, sums);
                double pivot = a[(j * stride) + j];
                for (int k = 0; k < 4; k++)
                {
                    int at = ((i + k) * stride) + j;
                    a[at] = (a[at] - sums[k]) / pivot;
                }
            }

            for (int k = 0; k < 4; k++)
            {
                if (!FinishRow(a, i + k, i, stride))
                {
                    return false;
                }
            }
        }

        for (; i < n; i++)
        {
            if (!FinishRow(a, i, 0, stride))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Computes one row of the factor from the rows above it; this is also how a row is appended.</summary>
    /// <param name="a">The matrix.</param>
    /// <param name="row">The row.</param>
    /// <param name="from">The first column not done yet.</param>
    /// <param name="stride">The distance between rows.</param>
    /// <returns>False when the matrix is not positive definite.</returns>
    public static bool FinishRow(double[] a, int row, int from, int stride)
    {
        int start = row * stride;
        for (int j = from; j < row; j++)
        {
            double sum = LaneMath.Dot(a.AsSpan(start, j), a.AsSpan(j * stride, j));
            a[start + j] = (a[start + j] - sum) / a[(j * stride) + j];
        }

        double rest = a[start + row] - LaneMath.Dot(a.AsSpan(start, row), a.AsSpan(start, row));
        if (!(rest > 0))
        {
            return false;
        }

        a[start + row] = Math.Sqrt(rest);
        return true;
    }

    /// <summary>Computes the transposed inverse of a lower triangle: row i of the result is column i of L⁻¹.</summary>
    /// <param name="l">The factor.</param>
    /// <param name="inverse">The result, upper triangular; the lower triangle is set to zero.</param>
    /// <param name="n">The number of rows.</param>
    /// <param name="stride">The distance between rows, in both arrays.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InvertTransposed(double[] l, double[] inverse, int n, int stride)
    {
        Span<double> sums = stackalloc double[4];
        Array.Clear(inverse, 0, n * stride);
        for (int i = 0; i < n; i += 4)
        {
            int rows = Math.Min(4, n - i);
            for (int k = i; k < n; k++)
            {
                double pivot = 1 / l[(k * stride) + k];
                if (rows == 4)
                {
                    LaneMath.Dot4(l.AsSpan((k * stride) + i, k - i), ref inverse[(i * stride) + i], stride, sums);
                }

                for (int c = 0; c < rows && i + c <= k; c++)
                {
                    int at = ((i + c) * stride) + k;
                    double sum = rows == 4 ? sums[c] : LaneMath.Dot(l.AsSpan((k * stride) + i, k - i), inverse.AsSpan(((i + c) * stride) + i, k - i));
                    inverse[at] = ((i + c == k ? 1.0 : 0.0) - sum) * pivot;
                }
            }
        }
    }

    /// <summary>Computes the lower triangle of A⁻¹ in packed rows (row i at i(i+1)/2) from the transposed inverse of its factor.</summary>
    /// <param name="inverse">What <see cref="InvertTransposed"/> made; it needs three rows of spare room at its end.</param>
    /// <param name="packed">The result.</param>
    /// <param name="n">The number of rows.</param>
    /// <param name="stride">The distance between rows of <paramref name="inverse"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InversePacked(double[] inverse, double[] packed, int n, int stride)
    {
        Span<double> sums = stackalloc double[4];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = inverse.AsSpan((i * stride) + i, n - i);
            int target = i * (i + 1) / 2;
            int j = 0;
            for (; j <= i - 3; j += 4)
            {
                LaneMath.Dot4(row, ref inverse[(j * stride) + i], stride, sums);
                sums.CopyTo(packed.AsSpan(target + j, 4));
            }

            for (; j <= i; j++)
            {
                packed[target + j] = LaneMath.Dot(row, inverse.AsSpan((j * stride) + i, n - i));
            }
        }
    }

    /// <summary>Solves L·x = b in place.</summary>
    public static void SolveLower(double[] l, Span<double> x, int n, int stride)
    {
        for (int i = 0; i < n; i++)
        {
            x[i] = (x[i] - LaneMath.Dot(l.AsSpan(i * stride, i), x[..i])) / l[(i * stride) + i];
        }
    }

    /// <summary>Solves Lᵀ·x = b in place.</summary>
    public static void SolveUpper(double[] l, Span<double> x, int n, int stride)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            x[i] /= l[(i * stride) + i];
            LaneMath.AddScaled(x[..i], -x[i], l.AsSpan(i * stride, i));
        }
    }
}
