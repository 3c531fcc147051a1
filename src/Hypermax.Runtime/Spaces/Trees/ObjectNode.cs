namespace Hypermax.Spaces.Trees;

/// <summary>A group of named parts, all of which exist together.</summary>
/// <param name="Properties">The parts by name, in order.</param>
internal sealed record ObjectNode(IReadOnlyList<KeyValuePair<string, SpaceNode>> Properties) : SpaceNode;
