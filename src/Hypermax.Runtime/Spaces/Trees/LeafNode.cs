namespace Hypermax.Spaces.Trees;

/// <summary>A parameter; its name and conditions follow from where it stands in the tree.</summary>
/// <param name="Parameter">The parameter's distribution and facts.</param>
internal sealed record LeafNode(Parameter Parameter) : SpaceNode;
