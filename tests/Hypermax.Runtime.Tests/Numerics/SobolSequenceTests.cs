using Hypermax.Numerics;

namespace Hypermax.Tests.Numerics;

public sealed class SobolSequenceTests
{
    // Coordinates times 64 of points 1, 2, 4, 8, 16, 32 and 63, computed with SciPy 1.10 (qmc.Sobol without scrambling, which counts in Gray code).
    [Theory]
    [InlineData(1, new[] { 32, 48, 40, 60, 34, 51, 21 })]
    [InlineData(2, new[] { 32, 48, 24, 36, 58, 23, 1 })]
    [InlineData(3, new[] { 32, 48, 8, 20, 62, 29, 47 })]
    [InlineData(5, new[] { 32, 16, 24, 12, 50, 9, 31 })]
    [InlineData(10, new[] { 32, 16, 40, 4, 2, 27, 5 })]
    [InlineData(13, new[] { 32, 48, 24, 36, 14, 49, 19 })]
    [InlineData(18, new[] { 32, 16, 40, 20, 38, 61, 23 })]
    [InlineData(20, new[] { 32, 48, 56, 52, 26, 15, 9 })]
    public void Digits_Points_SciPysValues(int dimension, int[] expected)
    {
        uint[] indices = [1, 2, 4, 8, 16, 32, 63];

        Assert.Equal(expected, indices.Select(index => (int)(SobolSequence.Digits(index, dimension) >> 26)));
    }

    [Fact]
    public void Point_EveryDimension_OnePointInEachOf256Intervals()
    {
        SobolSequence sequence = new(SobolPolynomials.Count, new SeedStream(5, 0, "test"));
        double[] point = new double[sequence.Dimensions];
        bool[,] hit = new bool[sequence.Dimensions, 256];
        for (uint index = 0; index < 256; index++)
        {
            sequence.Point(index, point);
            for (int d = 0; d < point.Length; d++)
            {
                hit[d, (int)(point[d] * 256)] = true;
            }
        }

        Assert.All(hit.Cast<bool>(), Assert.True);
    }

    [Fact]
    public void Point_FirstTwoDimensions_ANetInEveryShape()
    {
        SobolSequence sequence = new(2, new SeedStream(5, 0, "test"));
        double[] point = new double[2];
        for (int columns = 1; columns <= 64; columns *= 2)
        {
            int rows = 64 / columns;
            HashSet<(int, int)> cells = [];
            for (uint index = 0; index < 64; index++)
            {
                sequence.Point(index, point);
                cells.Add(((int)(point[0] * columns), (int)(point[1] * rows)));
            }

            Assert.Equal(64, cells.Count);
        }
    }

    [Fact]
    public void Point_DimensionsBeyondThePolynomials_StillUniform()
    {
        SobolSequence sequence = new(SobolPolynomials.Count + 5, new SeedStream(5, 0, "test"));
        double[] point = new double[sequence.Dimensions];
        double sum = 0;
        for (uint index = 0; index < 1000; index++)
        {
            sequence.Point(index, point);
            sum += point[^1];
        }

        Assert.InRange(sum / 1000, 0.46, 0.54);
    }

    [Theory]
    [InlineData(3, 1u, true)]
    [InlineData(4, 7u, false)]
    [InlineData(7, 1u, true)]
    public void IsPrimitive_KnownPolynomials_AsInTables(int degree, uint inner, bool expected) =>
        Assert.Equal(expected, SobolPolynomials.IsPrimitive(degree, inner));
}
