using Hypermax;

namespace RandomForest;

/// <summary>Everything about the forest that is worth searching.</summary>
/// <param name="Trees">How many trees vote.</param>
/// <param name="MaxDepth">The number of questions a tree may ask about a case.</param>
/// <param name="MinLeaf">The fewest training cases that a leaf may hold.</param>
/// <param name="FeatureFraction">The part of the measurements that each split may choose from.</param>
/// <param name="Bins">How finely each measurement is cut before trees see it.</param>
/// <param name="Criterion">What makes a split a good one.</param>
/// <param name="Smoothing">How many imagined cases pull the probability of a leaf towards one half.</param>
/// <param name="BalanceClasses">Whether the rarer class counts for as much as the commoner one.</param>
/// <param name="Resampling">Which cases each tree is grown from.</param>
[SearchSpace]
public partial record ForestParams(
    [LogUniform(10, 500, Default = 100)] int Trees,
    [Uniform(2, 16, Default = 16)] int MaxDepth,
    [LogUniform(1, 32, Default = 1)] int MinLeaf,
    [Uniform(0.05, 1.0, Default = 0.2)] double FeatureFraction,
    [Choice(16, 32, 64, 128, Default = 64)] int Bins,
    Criterion Criterion,
    [LogUniform(0.001, 10, Default = 0.01)] double Smoothing,
    bool BalanceClasses,
    Resampling Resampling);
