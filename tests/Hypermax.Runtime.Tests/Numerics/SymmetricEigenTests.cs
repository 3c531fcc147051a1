using Hypermax.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Hypermax.Tests.Numerics;

public sealed class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Decompose_Symmetric_ValuesOfMathNetAndTheMatrixAgain(int n)
    {
        SeedStream stream = new(n, 0, "eigen");
        Matrix<double> root = Matrix<double>.Build.Dense(n, n, (_, _) => stream.NextNormal());
        Matrix<double> matrix = root + root.Transpose();
        double[] work = [.. matrix.ToRowMajorArray()];
        double[] vectors = new double[n * n];

        SymmetricEigen.Decompose(work, vectors, n);

        double[] values = [.. Enumerable.Range(0, n).Select(i => work[(i * n) + i])];
        Matrix<double> basis = Matrix<double>.Build.Dense(n, n, (i, j) => vectors[(i * n) + j]);
        Matrix<double> again = basis * Matrix<double>.Build.DiagonalOfDiagonalArray(values) * basis.Transpose();
        Assert.True((again - matrix).FrobeniusNorm() < 1e-10);
        double[] expected = [.. matrix.Evd().EigenValues.Select(value => value.Real).Order()];
        Assert.All(values.Order().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }
}
