using Hypermax;

namespace SmallForest;

/// <summary>What a forest is judged by: a good one is right, and quick about it.</summary>
/// <param name="LogLoss">The mean log loss over the folds.</param>
/// <param name="Visits">How many nodes of all trees are visited to judge one case, which is what prediction time is made of and repeats exactly.</param>
/// <param name="Accuracy">The part of the cases whose likelier class is the true one.</param>
public sealed record ForestQuality([Minimize] double LogLoss, [Minimize] double Visits, [Constraint(AtLeast = 0.93)] double Accuracy);
