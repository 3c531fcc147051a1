namespace Hypermax.Testing.Tests;

/// <summary>A small space; its best value is at X = 0.25, N = 3.</summary>
[SearchSpace]
public partial record Knobs([Uniform(-1, 1)] double X, [UniformInt(1, 9)] int N)
{
    /// <summary>Gets the loss without noise.</summary>
    public double Loss => ((X - 0.25) * (X - 0.25)) + (0.1 * Math.Abs(N - 3));
}
