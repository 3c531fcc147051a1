namespace Hypermax.Spaces.Trees;

/// <summary>Turns spaces from their flat form into the nested form in which people write them, and back.</summary>
internal static class SpaceTree
{
    /// <summary>Flattens a tree: paths with dots, the choice of a branch at the branch's own path, conditions on it; as the generator does for types.</summary>
    /// <param name="name">What the space is called.</param>
    /// <param name="root">The tree.</param>
    /// <exception cref="FormatException">Two parts have the same path.</exception>
    public static SearchSpace Flatten(string name, SpaceNode root)
    {
        try
        {
            return new SearchSpace(name, TreeFlattener.Flatten(root));
        }
        catch (ArgumentException error)
        {
            throw new FormatException(error.Message, error);
        }
    }

    /// <summary>Builds the tree of a space: a choice that others depend on becomes a choice between branches, a length a list,
    /// a question of presence an optional part.</summary>
    /// <remarks>Relations have no place in a tree. A parameter that all branches share stands in each of them.</remarks>
    /// <param name="space">The space.</param>
    /// <exception cref="NotSupportedException">A parameter depends on a range of a number that is no length of a list;
    /// the nested form has no such thing.</exception>
    public static SpaceNode Build(SearchSpace space) => new TreeBuilder(space).Build();
}
