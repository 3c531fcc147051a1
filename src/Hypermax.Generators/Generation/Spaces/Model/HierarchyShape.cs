using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A value of one of several branches; the entry of the selector comes first, then shared members, then branch after branch.</summary>
/// <param name="Shared">Properties that every branch has.</param>
/// <param name="Branches">The branches in the order of the source.</param>
/// <param name="Default">The index of the branch declared as default, or −1.</param>
internal sealed record HierarchyShape(EquatableArray<MemberModel> Shared, EquatableArray<BranchModel> Branches, int Default) : ShapeModel
{
    public override Extent Count => Extent.One
        + Extent.Sum(Shared.Select(member => member.Value.Count))
        + Extent.Sum(Branches.Select(branch => branch.Shape.Count));
}
