using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A search-space type, whole: all that its code, and the tuned values of studies over it, are made from.</summary>
/// <param name="Type">The type.</param>
/// <param name="Shape">Its parameters or branches.</param>
/// <param name="Relations">Relations between its own parameters.</param>
/// <param name="HasPredicate">Whether the type has a static <c>bool IsValid(T)</c>.</param>
/// <param name="Facts">What is known of the type as a whole; describes the branch selector.</param>
/// <param name="IsForbidden">Whether its code repeats something that is an error to use, because it is obsolete.</param>
internal sealed record SpaceModel(
    TypeModel Type,
    ShapeModel Shape,
    EquatableArray<RelationModel> Relations,
    bool HasPredicate,
    FactsModel Facts,
    bool IsForbidden = false)
{
    public Extent Count => Shape.Count;
}
