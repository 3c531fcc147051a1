using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hypermax.Numerics;

/// <summary>Loops over doubles in four lanes with one fixed order of additions, so that results repeat on every machine.</summary>
/// <remarks>
/// No fused multiply-add and no platform library: the same bits come out with and without AVX. Four lanes are the width of
/// AVX2; where a machine lacks it the runtime splits each operation and keeps the result.
/// </remarks>
internal static class LaneMath
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // 1.5 · 2^52: adding it leaves the nearest whole number in the low bits of the sum.
    private const double Magic = 6755399441055744.0;

    /// <summary>Adds up the products of two spans.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        int count = Math.Min(a.Length, b.Length);
        ref double x = ref MemoryMarshal.GetReference(a);
        ref double y = ref MemoryMarshal.GetReference(b);
        Vector256<double> first = Vector256<double>.Zero;
        Vector256<double> second = Vector256<double>.Zero;
        int i = 0;
        for (; i <= count - 8; i += 8)
        {
            first += Vector256.LoadUnsafe(ref x, (nuint)i) * Vector256.LoadUnsafe(ref y, (nuint)i);
            second += Vector256.LoadUnsafe(ref x, (nuint)i + 4) * Vector256.LoadUnsafe(ref y, (nuint)i + 4);
        }

        double sum = Sum(first + second);
        for (; i < count; i++)
        {
            sum += Unsafe.Add(ref x, i) * Unsafe.Add(ref y, i);
        }

        return sum;
    }

    /// <summary>Adds up the products of one span with each of four rows of a matrix.</summary>
    /// <param name="shared">The span.</param>
    /// <param name="rows">Where the first row begins.</param>
    /// <param name="stride">The distance between the beginnings of two rows.</param>
    /// <param name="sums">The four results.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Dot4(ReadOnlySpan<double> shared, ref double rows, int stride, Span<double> sums)
    {
        ref double x = ref MemoryMarshal.GetReference(shared);
        ref double r1 = ref Unsafe.Add(ref rows, stride);
        ref double r2 = ref Unsafe.Add(ref rows, 2 * stride);
        ref double r3 = ref Unsafe.Add(ref rows, 3 * stride);
        Vector256<double> a0 = Vector256<double>.Zero;
        Vector256<double> a1 = a0;
        Vector256<double> a2 = a0;
        Vector256<double> a3 = a0;
        int count = shared.Length;
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            Vector256<double> lane = Vector256.LoadUnsafe(ref x, (nuint)i);
            a0 += lane * Vector256.LoadUnsafe(ref rows, (nuint)i);
            a1 += lane * Vector256.LoadUnsafe(ref r1, (nuint)i);
            a2 += lane * Vector256.LoadUnsafe(ref r2, (nuint)i);
            a3 += lane * Vector256.LoadUnsafe(ref r3, (nuint)i);
        }

        (double s0, double s1, double s2, double s3) = (Sum(a0), Sum(a1), Sum(a2), Sum(a3));
        for (; i < count; i++)
        {
            double value = Unsafe.Add(ref x, i);
            s0 += value * Unsafe.Add(ref rows, i);
            s1 += value * Unsafe.Add(ref r1, i);
            s2 += value * Unsafe.Add(ref r2, i);
            s3 += value * Unsafe.Add(ref r3, i);
        }

        (sums[0], sums[1], sums[2], sums[3]) = (s0, s1, s2, s3);
    }

    /// <summary>Adds a multiple of one span to another: target += factor · source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        int count = Math.Min(target.Length, source.Length);
        ref double y = ref MemoryMarshal.GetReference(target);
        ref double x = ref MemoryMarshal.GetReference(source);
        Vector256<double> scale = Vector256.Create(factor);
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            (Vector256.LoadUnsafe(ref y, (nuint)i) + (scale * Vector256.LoadUnsafe(ref x, (nuint)i))).StoreUnsafe(ref y, (nuint)i);
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref y, i) += factor * Unsafe.Add(ref x, i);
        }
    }

    /// <summary>Adds weighted squared differences: target += weight · (value − source)².</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddSquares(Span<double> target, double weight, double value, ReadOnlySpan<double> source)
    {
        int count = Math.Min(target.Length, source.Length);
        ref double y = ref MemoryMarshal.GetReference(target);
        ref double x = ref MemoryMarshal.GetReference(source);
        Vector256<double> scale = Vector256.Create(weight);
        Vector256<double> origin = Vector256.Create(value);
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            Vector256<double> difference = origin - Vector256.LoadUnsafe(ref x, (nuint)i);
            (Vector256.LoadUnsafe(ref y, (nuint)i) + (scale * (difference * difference))).StoreUnsafe(ref y, (nuint)i);
        }

        for (; i < count; i++)
        {
            double difference = value - Unsafe.Add(ref x, i);
            Unsafe.Add(ref y, i) += weight * (difference * difference);
        }
    }

    /// <summary>Adds up four lanes, always in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> lanes) => lanes.GetElement(0) + lanes.GetElement(1) + (lanes.GetElement(2) + lanes.GetElement(3));

    /// <summary>Gets e to the power of each lane, for arguments from −700 to 700; relative error below 3e-16.</summary>
    /// <remarks>Cody and Waite's reduction to |r| ≤ ln 2 / 2, then the Taylor polynomial of degree 13.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        x = Vector256.Max(Vector256.Min(x, Vector256.Create(700.0)), Vector256.Create(-700.0));
        Vector256<double> shifted = (x * Vector256.Create(Log2E)) + Vector256.Create(Magic);
        Vector256<double> power = shifted - Vector256.Create(Magic);
        Vector256<double> r = x - (power * Vector256.Create(Ln2High)) - (power * Vector256.Create(Ln2Low));
        Vector256<double> sum = Vector256.Create(1.0 / 6227020800);
        sum = (sum * r) + Vector256.Create(1.0 / 479001600);
        sum = (sum * r) + Vector256.Create(1.0 / 39916800);
        sum = (sum * r) + Vector256.Create(1.0 / 3628800);
        sum = (sum * r) + Vector256.Create(1.0 / 362880);
        sum = (sum * r) + Vector256.Create(1.0 / 40320);
        sum = (sum * r) + Vector256.Create(1.0 / 5040);
        sum = (sum * r) + Vector256.Create(1.0 / 720);
        sum = (sum * r) + Vector256.Create(1.0 / 120);
        sum = (sum * r) + Vector256.Create(1.0 / 24);
        sum = (sum * r) + Vector256.Create(1.0 / 6);
        sum = (sum * r) + Vector256.Create(0.5);
        sum = (sum * r) + Vector256<double>.One;
        sum = (sum * r) + Vector256<double>.One;
        Vector256<long> exponent = Vector256.ShiftLeft(shifted.AsInt64(), 52);
        return (sum.AsInt64() + exponent).AsDouble();
    }
}
