using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A value with the same members always.</summary>
/// <param name="Members">The members, positional ones first, in the order of the source.</param>
internal sealed record ObjectShape(EquatableArray<MemberModel> Members) : ShapeModel
{
    public override Extent Count => Extent.Sum(Members.Select(member => member.Value.Count));
}
