using Hypermax.Spaces.Trees;

namespace Hypermax.Spaces.CSharp;

/// <summary>What the C# form of a space calls its types and members.</summary>
internal sealed class CSharpTypeNames
{
    /// <summary>Gets the types of groups, of choices between branches, and of branches.</summary>
    public Dictionary<SpaceNode, string> Types { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gets the parameters of constructors that stand for parts of groups; a part without parameters has none.</summary>
    public Dictionary<SpaceNode, string> Members { get; } = new(ReferenceEqualityComparer.Instance);
}
