namespace Hypermax.Spaces.Trees;

/// <summary>A part that may be absent.</summary>
/// <param name="Value">What it is when it is there; not absent itself.</param>
/// <param name="AbsentProbability">How likely it is absent; between 0 and 1.</param>
internal sealed record OptionalNode(SpaceNode Value, double AbsentProbability = 0.5) : SpaceNode;
