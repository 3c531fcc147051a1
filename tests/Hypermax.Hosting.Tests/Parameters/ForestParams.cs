namespace Hypermax.Hosting.Tests.Parameters;

[SearchSpace]
public partial record ForestParams(
    [LogUniform(1, 1000, Default = 100)] int Trees,
    [Uniform(0.1, 1.0)] double FeatureFraction,
    [Choice("gini", "entropy")] string Criterion,
    [QUniform(0, 1, 0.25, Default = 0.5)] double Share,
    [Uniform(0, 1)] double? Momentum,
    bool Bootstrap,
    Booster Booster,
    [Length(1, 3)] IReadOnlyList<Layer> Layers,
    [Uniform(1, 60, Unit = "s")] TimeSpan Patience,
    [Uniform(0, 1, Default = 0.2), LessThan(nameof(High))] double Low,
    [Uniform(0, 1, Default = 0.8)] double High)
{
    [NotSearched]
    public string Note { get; init; } = "none";
}

[SearchSpace]
public partial record Layer([Uniform(1, 64, Default = 8)] int Size, Activation Activation);

public enum Activation
{
    Relu,
    Tanh,
}

[SearchSpace]
public abstract partial record Booster
{
    public sealed record None : Booster;

    public sealed record Gradient([LogUniform(1e-3, 0.5)] double LearningRate) : Booster;
}
