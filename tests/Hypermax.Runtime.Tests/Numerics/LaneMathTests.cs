using System.Runtime.Intrinsics;
using Hypermax.Numerics;

namespace Hypermax.Tests.Numerics;

public sealed class LaneMathTests
{
    [Fact]
    public void Exp_WholeRange_WithinThreeUnitsOfTheLastPlace()
    {
        for (double x = -700; x <= 700; x += 0.37)
        {
            double exact = Math.Exp(x);

            Assert.InRange(LaneMath.Exp(Vector256.Create(x)).GetElement(2), exact * (1 - 7e-16), exact * (1 + 7e-16));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(21)]
    public void Dot_AnyLength_SumOfProducts(int count)
    {
        double[] a = [.. Enumerable.Range(0, count).Select(i => i + 0.5)];
        double[] b = [.. Enumerable.Range(0, count).Select(i => 2.0 - i)];

        Assert.Equal(a.Zip(b, (x, y) => x * y).Sum(), LaneMath.Dot(a, b), 1e-9);
    }

    [Fact]
    public void AddSquares_OddLength_EveryElement()
    {
        double[] target = new double[7];

        LaneMath.AddSquares(target, 2, 1, [0, 1, 2, 3, 4, 5, 6]);

        Assert.Equal([2, 0, 2, 8, 18, 32, 50], target);
    }
}
