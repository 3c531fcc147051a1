namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>What a member can be.</summary>
/// <param name="Type">The type as code names it.</param>
internal abstract record ValueModel(string Type)
{
    /// <summary>Gets the number of entries that the value takes up in a vector.</summary>
    public abstract Extent Count { get; }
}
