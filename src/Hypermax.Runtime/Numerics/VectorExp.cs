using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hypermax.Numerics;

/// <summary>The exponential function of eight numbers at once.</summary>
internal static class VectorExp
{
    /// <summary>Gets e to the power of each lane; lanes from −87 to 0, lower ones count as −87. Relative error below 3e-7.</summary>
    /// <remarks>
    /// Fixed at eight lanes and written without fused operations, so that every machine gives the same bits; that is why
    /// it is not the library's. Range reduction by Cody and Waite, polynomial as in Moshier's Cephes <c>expf</c>.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Max(x, Vector256.Create(-87f));
        Vector256<float> shifted = (x * 1.44269504f) + Vector256.Create(12582912f);
        Vector256<float> n = shifted - Vector256.Create(12582912f);
        Vector256<float> f = x - (n * 0.693359375f) - (n * -2.12194440e-4f);
        Vector256<float> p = Vector256.Create(1.9875691500e-4f);
        p = (p * f) + Vector256.Create(1.3981999507e-3f);
        p = (p * f) + Vector256.Create(8.3334519073e-3f);
        p = (p * f) + Vector256.Create(4.1665795894e-2f);
        p = (p * f) + Vector256.Create(1.6666665459e-1f);
        p = (p * f) + Vector256.Create(5.0000001201e-1f);
        p = (p * f * f) + f + Vector256<float>.One;
        Vector256<int> power = (Vector256.ConvertToInt32(n) + Vector256.Create(127)) << 23;
        return p * power.AsSingle();
    }
}
