using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>Everything about a member but its name and its values.</summary>
/// <param name="Description">What it means, or null.</param>
/// <param name="Unit">The unit of its values, or null.</param>
/// <param name="FormerNames">What it was called before.</param>
/// <param name="Position">Where it is declared, or null when it comes from another assembly.</param>
internal sealed record FactsModel(string? Description, string? Unit, EquatableArray<string> FormerNames, PositionModel? Position)
{
    public static FactsModel None { get; } = new(null, null, EquatableArray<string>.Empty, null);
}
