using System.Runtime.Intrinsics;
using Hypermax.Numerics;

namespace Hypermax.Tests.Numerics;

public sealed class VectorExpTests
{
    [Fact]
    public void Exp_WholeRange_RelativeErrorOfAFloat()
    {
        for (float x = 0; x > -87; x -= 0.0371f)
        {
            float actual = VectorExp.Exp(Vector256.Create(x)).GetElement(3);

            Assert.InRange(actual / Math.Exp(x), 1 - 3e-7, 1 + 3e-7);
        }
    }

    [Fact]
    public void Exp_FarBelow_AlmostZero() => Assert.InRange(VectorExp.Exp(Vector256.Create(-1e30f)).GetElement(0), 0, 1e-36f);
}
