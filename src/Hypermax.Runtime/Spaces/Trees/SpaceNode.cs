namespace Hypermax.Spaces.Trees;

/// <summary>A part of a search space as people write it: nested objects, choices between branches, and parameters.</summary>
internal abstract record SpaceNode
{
    private protected SpaceNode()
    {
    }
}
