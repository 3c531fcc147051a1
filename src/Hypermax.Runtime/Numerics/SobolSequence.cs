namespace Hypermax.Numerics;

/// <summary>A scrambled Sobol sequence: points that fill the unit cube evenly, any of them by its index.</summary>
/// <remarks>
/// <para>Owen's nested scrambling (1995) by the hash of Burley (2020, "Practical hash-based Owen scrambling"), so every
/// 2^k first points have one in each elementary interval and each point is uniform. Dimensions beyond
/// <see cref="SobolPolynomials.Count"/> are independent hashes of the index.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
internal sealed class SobolSequence
{
    private readonly uint[] _scrambles;

    /// <summary>Creates a sequence.</summary>
    /// <param name="dimensions">The number of coordinates; at least 1.</param>
    /// <param name="seed">Where the scrambling comes from.</param>
    public SobolSequence(int dimensions, SeedStream seed)
    {
        _scrambles = new uint[dimensions];
        for (int d = 0; d < dimensions; d++)
        {
            _scrambles[d] = (uint)(seed.NextBits() >> 32);
        }
    }

    /// <summary>Gets the number of coordinates.</summary>
    public int Dimensions => _scrambles.Length;

    /// <summary>Gets a point.</summary>
    /// <param name="index">The index of the point, from 0.</param>
    /// <param name="point">Where its coordinates are written, each in (0, 1).</param>
    public void Point(uint index, Span<double> point)
    {
        for (int d = 0; d < point.Length; d++)
        {
            point[d] = (Scramble(d < SobolPolynomials.Count ? Digits(index, d) : Hash(index, (uint)d), _scrambles[d]) + 0.5) * (1.0 / 4294967296.0);
        }
    }

    /// <summary>Gets a coordinate of the sequence before scrambling, as 32 binary digits.</summary>
    internal static uint Digits(uint index, int dimension)
    {
        uint[] directions = SobolPolynomials.DirectionsOf(dimension);
        uint digits = 0;
        for (int bit = 0; index != 0; bit++, index >>= 1)
        {
            digits ^= (index & 1) * directions[bit];
        }

        return digits;
    }

    // A permutation of the digits in which each depends only on those before it, with reversed digits as in Laine and Karras (2011).
    private static uint Scramble(uint digits, uint seed)
    {
        uint x = Reverse(digits);
        x ^= x * 0x3D20ADEA;
        x += seed;
        x *= (seed >> 16) | 1;
        x ^= x * 0x05526C56;
        x ^= x * 0x53A22864;
        return Reverse(x);
    }

    private static uint Hash(uint index, uint dimension)
    {
        ulong x = (((ulong)dimension << 32) | index) * 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93;
        return (uint)(x >> 32);
    }

    private static uint Reverse(uint x)
    {
        x = ((x & 0x55555555) << 1) | ((x >> 1) & 0x55555555);
        x = ((x & 0x33333333) << 2) | ((x >> 2) & 0x33333333);
        x = ((x & 0x0F0F0F0F) << 4) | ((x >> 4) & 0x0F0F0F0F);
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(x);
    }
}
