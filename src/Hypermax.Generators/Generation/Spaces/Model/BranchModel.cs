using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>One branch of a hierarchy.</summary>
/// <param name="Name">The name of the type.</param>
/// <param name="Label">What files call the branch.</param>
/// <param name="FullName">The type as code names it.</param>
/// <param name="Weight">How likely the branch is, relative to its siblings.</param>
/// <param name="Shape">Its own members, or branches of its own.</param>
/// <param name="Relations">Relations between its own members.</param>
/// <param name="HasPredicate">Whether the branch has a static <c>bool IsValid(T)</c> of its own.</param>
/// <param name="Facts">What is known of the branch.</param>
internal sealed record BranchModel(
    string Name,
    string Label,
    string FullName,
    double Weight,
    ShapeModel Shape,
    EquatableArray<RelationModel> Relations,
    bool HasPredicate,
    FactsModel Facts);
