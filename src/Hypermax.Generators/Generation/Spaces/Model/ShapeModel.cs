namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>What values of a type consist of.</summary>
internal abstract record ShapeModel
{
    /// <summary>Gets the number of entries that a value takes up in a vector.</summary>
    public abstract Extent Count { get; }
}
