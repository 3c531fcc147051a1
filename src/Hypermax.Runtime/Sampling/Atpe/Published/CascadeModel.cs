using Hypermax.Sampling.Atpe.GradientTrees;

namespace Hypermax.Sampling.Atpe.Published;

/// <summary>The model of one setting, and how its predictions are stretched.</summary>
/// <param name="Step">The setting.</param>
/// <param name="Trees">The model.</param>
/// <param name="Stretches">One for a number, one for each value of a mode.</param>
internal sealed record CascadeModel(CascadeStep Step, TreeEnsemble Trees, Stretch[] Stretches);
