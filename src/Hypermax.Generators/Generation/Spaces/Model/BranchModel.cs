namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>One branch of a hierarchy.</summary>
/// <param name="Name">The name of the type.</param>
/// <param name="Label">What files call the branch.</param>
/// <param name="FullName">The type as code names it.</param>
/// <param name="Weight">How likely the branch is, relative to its siblings.</param>
/// <param name="Shape">Its own members, or branches of its own.</param>
/// <param name="Facts">What is known of the branch.</param>
internal sealed record BranchModel(string Name, string Label, string FullName, double Weight, ShapeModel Shape, FactsModel Facts);
