using Hypermax.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Hypermax.Tests.Numerics;

public sealed class CholeskyKernelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(17)]
    [InlineData(50)]
    public void Factor_PositiveDefinite_LikeMathNet(int n)
    {
        Matrix<double> matrix = Random(n);
        double[] rows = Rows(matrix, n, out int stride);

        Assert.True(CholeskyKernel.Factor(rows, n, stride));

        Matrix<double> expected = matrix.Cholesky().Factor;
        ForEachLower(n, (i, j) => Assert.Equal(expected[i, j], rows[(i * stride) + j], 1e-10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(33)]
    public void InversePacked_PositiveDefinite_LikeMathNet(int n)
    {
        Matrix<double> matrix = Random(n);
        double[] rows = Rows(matrix, n, out int stride);
        double[] upper = new double[stride * stride];
        double[] packed = new double[n * (n + 1) / 2];
        CholeskyKernel.Factor(rows, n, stride);

        CholeskyKernel.InvertTransposed(rows, upper, n, stride);
        CholeskyKernel.InversePacked(upper, packed, n, stride);

        Matrix<double> expected = matrix.Inverse();
        ForEachLower(n, (i, j) => Assert.Equal(expected[i, j], packed[(i * (i + 1) / 2) + j], 1e-9));
    }

    [Fact]
    public void SolveLowerThenUpper_PositiveDefinite_SolvesTheSystem()
    {
        const int n = 13;
        Matrix<double> matrix = Random(n);
        double[] rows = Rows(matrix, n, out int stride);
        double[] x = [.. Enumerable.Range(0, n).Select(i => Math.Sin(i))];
        double[] right = [.. matrix * Vector<double>.Build.Dense(x)];
        CholeskyKernel.Factor(rows, n, stride);

        CholeskyKernel.SolveLower(rows, right, n, stride);
        CholeskyKernel.SolveUpper(rows, right, n, stride);

        for (int i = 0; i < n; i++)
        {
            Assert.Equal(x[i], right[i], 1e-10);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public void Factor_NotPositiveDefinite_False(int n)
    {
        Matrix<double> matrix = Random(n);
        matrix[n - 1, n - 1] = -1;

        Assert.False(CholeskyKernel.Factor(Rows(matrix, n, out int stride), n, stride));
    }

    private static Matrix<double> Random(int n)
    {
        SeedStream stream = new(n, 0, "matrix");
        Matrix<double> root = Matrix<double>.Build.Dense(n, n, (_, _) => stream.NextNormal());
        return (root * root.Transpose()) + (Matrix<double>.Build.DenseIdentity(n) * 0.1);
    }

    private static double[] Rows(Matrix<double> matrix, int n, out int stride)
    {
        stride = (n + 3) & ~3;
        double[] rows = new double[stride * stride];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                rows[(i * stride) + j] = matrix[i, j];
            }
        }

        return rows;
    }

    private static void ForEachLower(int n, Action<int, int> check)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                check(i, j);
            }
        }
    }
}
