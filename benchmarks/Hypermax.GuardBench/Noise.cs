using Hypermax.Numerics;

namespace Hypermax.GuardBench;

/// <summary>A kind of noise with mean 0 and spread 1.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Draw">Draws from it.</param>
internal sealed record Noise(string Name, Func<SeedStream, double> Draw)
{
    public static readonly Noise Normal = new("normal", static stream => stream.NextNormal());

    public static readonly Noise Uniform = new("uniform", static stream => (stream.NextDouble() - 0.5) * Math.Sqrt(12));

    public static readonly Noise Exponential = new("exponential", static stream => -Math.Log(stream.NextOpen()) - 1);

    public static readonly Noise LogNormal =
        new("lognormal", static stream => (Math.Exp(stream.NextNormal()) - Math.Exp(0.5)) / Math.Sqrt(Math.E * (Math.E - 1)));

    public static readonly Noise Flipped = new("exponential, flipped", static stream => 1 + Math.Log(stream.NextOpen()));
}
