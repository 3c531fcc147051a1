namespace Hypermax.Benchmarks.Binding;

/// <summary>A branch with one scalar, or none.</summary>
[SearchSpace]
public abstract partial record TenBooster
{
    public sealed record None : TenBooster;

    public sealed record Gradient([LogUniform(1e-3, 0.5)] double LearningRate) : TenBooster;
}
