using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A relation between members of one type.</summary>
/// <param name="Members">The names of the members in the order of the relation.</param>
/// <param name="Total">The total of a sum, or null for an order.</param>
/// <param name="OrEqual">Whether neighbours of an order may be equal.</param>
internal sealed record RelationModel(EquatableArray<string> Members, double? Total, bool OrEqual);
