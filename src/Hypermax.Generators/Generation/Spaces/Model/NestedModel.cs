namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A value of another search-space type.</summary>
/// <param name="Space">That type.</param>
internal sealed record NestedModel(SpaceModel Space) : ValueModel(Space.Type.FullName)
{
    public override Extent Count => Space.Count;
}
