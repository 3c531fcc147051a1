using Hypermax.Numerics;

namespace Hypermax.Convergence.Population;

/// <summary>The random draws that make one problem.</summary>
internal sealed class Draws(string family, int seed)
{
    private readonly SeedStream _stream = new(seed, 0, "population/" + family);

    /// <summary>Gets the stream behind the draws.</summary>
    public SeedStream Stream => _stream;

    public double Uniform(double low = 0, double high = 1) => low + ((high - low) * _stream.NextDouble());

    public double LogUniform(double low, double high) => Math.Exp(Uniform(Math.Log(low), Math.Log(high)));

    public double Normal() => _stream.NextNormal();

    /// <summary>Draws a whole number, both ends included.</summary>
    public int Whole(int low, int high) => low + _stream.NextInt(high - low + 1);

    public bool Chance(double probability) => _stream.NextDouble() < probability;

    public T Pick<T>(params ReadOnlySpan<T> items) => items[_stream.NextInt(items.Length)];

    /// <summary>Draws an order of the numbers below a count.</summary>
    public int[] Order(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        _stream.Shuffle<int>(order);
        return order;
    }

    /// <summary>Draws some of the numbers below a count, in order.</summary>
    public int[] Some(int chosen, int count) => [.. Order(count).Take(chosen).Order()];

    public double[] Normals(int count) => [.. Enumerable.Range(0, count).Select(_ => Normal())];

    public double[] Uniforms(int count, double low = 0, double high = 1) => [.. Enumerable.Range(0, count).Select(_ => Uniform(low, high))];
}
