using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A list of choices; the entry is the index.</summary>
/// <param name="Choices">The choices.</param>
/// <param name="Weights">How likely each is; empty when all are equal.</param>
/// <param name="IsOrdered">Whether the order means something.</param>
internal sealed record ChoiceDomain(EquatableArray<ChoiceModel> Choices, EquatableArray<double> Weights, bool IsOrdered) : DomainModel
{
    public override double Middle => 0;

    public override bool Contains(double value) => value >= 0 && value < Choices.Count && value == Math.Floor(value);
}
