namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A value that may be absent; the entry that says so comes first.</summary>
/// <param name="Type">The type as code names it, without the question mark.</param>
/// <param name="Value">What it is when it is there.</param>
/// <param name="AbsentProbability">How likely it is absent.</param>
/// <param name="IsPresentByDefault">Whether it is there while nothing has been tuned.</param>
internal sealed record OptionalModel(string Type, ValueModel Value, double AbsentProbability, bool IsPresentByDefault) : ValueModel(Type)
{
    public override Extent Count => Extent.One + Value.Count;
}
