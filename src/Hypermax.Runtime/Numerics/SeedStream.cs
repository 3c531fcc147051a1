using System.Runtime.CompilerServices;
using System.Text;

namespace Hypermax.Numerics;

/// <summary>A counter-based random stream: the same (study seed, trial number, purpose) always gives the same draws.</summary>
/// <remarks>
/// <para>Philox 4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"). The draws depend on nothing
/// but the key and the number of draws before, so they repeat across processes, machines and numbers of workers.</para>
/// <para>Not safe to share between threads; make one stream for each purpose instead.</para>
/// </remarks>
public sealed class SeedStream
{
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly ulong _purpose;
    private ulong _counter;
    private ulong _spare;
    private bool _hasSpare;

    /// <summary>Creates the stream of a trial and a purpose.</summary>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="trial">The number of the trial; 0 or above.</param>
    /// <param name="purpose">What the draws are for, such as <c>"tpe"</c>; different purposes give independent streams.</param>
    public SeedStream(long seed, int trial, string purpose)
        : this(Mix(unchecked((ulong)seed)), Mix(Hash(purpose) + (ulong)(uint)trial))
    {
    }

    private SeedStream(ulong key, ulong purpose)
    {
        _key0 = (uint)key;
        _key1 = (uint)(key >> 32);
        _purpose = purpose;
    }

    /// <summary>Makes an independent stream for a part of the purpose; does not advance this one.</summary>
    /// <param name="purpose">What the draws of the new stream are for.</param>
    public SeedStream Fork(string purpose) => new(((ulong)_key1 << 32) | _key0, Mix(_purpose ^ Hash(purpose)));

    /// <summary>Draws 64 random bits.</summary>
    public ulong NextBits()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spare;
        }

        (ulong first, _spare) = Block(_counter++);
        _hasSpare = true;
        return first;
    }

    /// <summary>Draws a number from [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Draws a number from (0, 1), never an end.</summary>
    public double NextOpen() => ((NextBits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Draws a whole number from [0, bound), all equally likely.</summary>
    /// <param name="bound">Above 0.</param>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(NextBits(), (ulong)bound, out _);
    }

    /// <summary>Draws from the standard normal distribution (Box and Muller 1958; the second value is not kept).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(NextOpen())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>Fills a span with draws from [0, 1).</summary>
    /// <param name="values">Where to write.</param>
    public void Fill(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = NextDouble();
        }
    }

    /// <summary>Shuffles a list in place, all orders equally likely (Fisher and Yates).</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The list.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (byte unit in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ unit) * 1099511628211;
        }

        return hash;
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014): neighbouring seeds give unrelated keys.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (ulong First, ulong Second) Block(ulong counter)
    {
        uint c0 = (uint)counter;
        uint c1 = (uint)(counter >> 32);
        uint c2 = (uint)_purpose;
        uint c3 = (uint)(_purpose >> 32);
        uint k0 = _key0;
        uint k1 = _key1;
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = 0xD2511F53UL * c0;
            ulong p1 = 0xCD9E8D57UL * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        return (((ulong)c1 << 32) | c0, ((ulong)c3 << 32) | c2);
    }
}
