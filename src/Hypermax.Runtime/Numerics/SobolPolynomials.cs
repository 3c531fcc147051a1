namespace Hypermax.Numerics;

/// <summary>Primitive polynomials and first direction numbers of Sobol sequences.</summary>
/// <remarks>
/// The first 21 dimensions use the figures of Joe and Kuo (2008, "Constructing Sobol sequences with better
/// two-dimensional projections"); further ones use the next primitive polynomials, found here, with first numbers from
/// a fixed hash: valid sequences, without the optimised projections.
/// </remarks>
internal static class SobolPolynomials
{
    /// <summary>The number of dimensions there are polynomials for: all of degree 12 and below.</summary>
    public const int Count = 480;

    // Degree, inner coefficients, first direction numbers; dimensions 2 to 21 (the first needs none).
    private static readonly uint[][] Published =
    [
        [1, 0, 1], [2, 1, 1, 3], [3, 1, 1, 3, 1], [3, 2, 1, 1, 1], [4, 1, 1, 1, 3, 3],
        [4, 4, 1, 3, 5, 13], [5, 2, 1, 1, 5, 5, 17], [5, 4, 1, 1, 5, 5, 5], [5, 7, 1, 1, 7, 11, 19],
        [5, 11, 1, 1, 5, 1, 1], [5, 13, 1, 1, 1, 3, 11], [5, 14, 1, 3, 5, 5, 31],
        [6, 1, 1, 3, 3, 9, 7, 49], [6, 13, 1, 1, 1, 15, 21, 21], [6, 16, 1, 3, 1, 13, 27, 49],
        [6, 19, 1, 1, 1, 15, 7, 5], [6, 22, 1, 3, 1, 15, 13, 25], [6, 25, 1, 1, 5, 5, 19, 61],
        [7, 1, 1, 3, 7, 11, 23, 15, 103], [7, 4, 1, 3, 7, 13, 13, 15, 69],
    ];

    private static readonly Lazy<uint[][]> Directions = new(MakeAll);

    /// <summary>Gets the 32 direction numbers of a dimension, the first for the lowest bit of the index.</summary>
    /// <param name="dimension">From 0 to <see cref="Count"/> − 1.</param>
    public static uint[] DirectionsOf(int dimension) => Directions.Value[dimension];

    /// <summary>Tells whether x generates all non-zero elements modulo the polynomial x^degree + … + 1.</summary>
    internal static bool IsPrimitive(int degree, uint inner)
    {
        uint polynomial = (1u << degree) | (inner << 1) | 1;
        uint state = 1;
        uint period = (1u << degree) - 1;
        for (uint step = 1; step <= period; step++)
        {
            state <<= 1;
            state ^= state >> degree != 0 ? polynomial : 0;
            if (state == 1)
            {
                return step == period;
            }
        }

        return false;
    }

    private static uint[][] MakeAll()
    {
        uint[][] all = new uint[Count][];
        all[0] = [.. Enumerable.Range(0, 32).Select(bit => 1u << (31 - bit))];
        int made = 1;
        foreach (uint[] row in Published)
        {
            all[made++] = Expand((int)row[0], row[1], row.AsSpan(2));
        }

        for (int degree = 7; made < Count; degree++)
        {
            for (uint inner = degree == 7 ? 5u : 0; inner < 1u << (degree - 1) && made < Count; inner++)
            {
                if (IsPrimitive(degree, inner))
                {
                    all[made] = Expand(degree, inner, FirstNumbers(made, degree));
                    made++;
                }
            }
        }

        return all;
    }

    // The k-th must be odd and below 2^k.
    private static uint[] FirstNumbers(int dimension, int degree)
    {
        SeedStream stream = new(dimension, degree, "sobol");
        uint[] numbers = new uint[degree];
        for (int k = 0; k < degree; k++)
        {
            numbers[k] = (uint)((stream.NextBits() >> (63 - k)) | 1);
        }

        return numbers;
    }

    // Bratley and Fox (1988), equation 2.
    private static uint[] Expand(int degree, uint inner, ReadOnlySpan<uint> first)
    {
        uint[] directions = new uint[32];
        for (int k = 0; k < 32; k++)
        {
            if (k < degree)
            {
                directions[k] = first[k] << (31 - k);
                continue;
            }

            uint value = directions[k - degree] ^ (directions[k - degree] >> degree);
            for (int i = 1; i < degree; i++)
            {
                value ^= ((inner >> (degree - 1 - i)) & 1) * directions[k - i];
            }

            directions[k] = value;
        }

        return directions;
    }
}
