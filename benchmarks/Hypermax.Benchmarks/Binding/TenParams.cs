namespace Hypermax.Benchmarks.Binding;

/// <summary>Ten scalars of mixed kinds, one of them in a branch.</summary>
[SearchSpace]
public partial record TenParams(
    [LogUniform(1, 1000)] int Trees,
    [Uniform(0, 1)] double Fraction,
    [Uniform(2, 32)] int Depth,
    [Choice("gini", "entropy")] string Criterion,
    bool Bootstrap,
    DayOfWeek Day,
    [Uniform(0, 1)] double Dropout,
    [Uniform(0, 1)] float Momentum,
    TenBooster Booster);
