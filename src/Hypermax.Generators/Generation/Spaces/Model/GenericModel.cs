namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A value of a type parameter that is constrained to be a search space.</summary>
/// <param name="Type">The name of the type parameter.</param>
internal sealed record GenericModel(string Type) : ValueModel(Type)
{
    public override Extent Count => new(0, Type + ".SearchSpace.Count");
}
