using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The Matérn kernel with ν = 5/2 as a function of the squared weighted distance.</summary>
/// <remarks>
/// k(s) = (1 + √5·√s + 5s/3)·exp(−√5·√s) and dk/ds = −(5/6)·(1 + √5·√s)·exp(−√5·√s), which is finite at 0; Rasmussen and
/// Williams 2006, equation 4.17.
/// </remarks>
internal static class Matern
{
    private const double RootFive = 2.23606797749978969641;

    /// <summary>Computes the kernel of many squared distances.</summary>
    /// <param name="squares">The squared distances; the length is a multiple of 4 (pad with anything).</param>
    /// <param name="scale">A factor on the kernel.</param>
    /// <param name="values">Receives scale · k.</param>
    /// <param name="slopes">Receives scale · dk/ds.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Evaluate(ReadOnlySpan<double> squares, double scale, Span<double> values, Span<double> slopes)
    {
        ref double s = ref MemoryMarshal.GetReference(squares);
        ref double k = ref MemoryMarshal.GetReference(values);
        ref double d = ref MemoryMarshal.GetReference(slopes);
        Vector256<double> factor = Vector256.Create(scale);
        Vector256<double> slopeFactor = Vector256.Create(scale * (-5.0 / 6));
        for (int i = 0; i < squares.Length; i += 4)
        {
            Vector256<double> root = Vector256.Sqrt(Vector256.Max(Vector256.LoadUnsafe(ref s, (nuint)i), Vector256<double>.Zero)) * Vector256.Create(RootFive);
            Vector256<double> decay = LaneMath.Exp(-root);
            Vector256<double> linear = Vector256<double>.One + root;
            (factor * (linear + (root * root * Vector256.Create(1.0 / 3))) * decay).StoreUnsafe(ref k, (nuint)i);
            (slopeFactor * linear * decay).StoreUnsafe(ref d, (nuint)i);
        }
    }
}
