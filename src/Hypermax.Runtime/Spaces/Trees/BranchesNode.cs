namespace Hypermax.Spaces.Trees;

/// <summary>A choice between groups of which one exists at a time.</summary>
/// <param name="Branches">The groups by label, in order.</param>
/// <param name="Weights">How likely each branch is, or null when all are equal.</param>
internal sealed record BranchesNode(IReadOnlyList<KeyValuePair<object, ObjectNode>> Branches, IReadOnlyList<double>? Weights = null) : SpaceNode;
