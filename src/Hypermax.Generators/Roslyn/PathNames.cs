using Hypermax.Generators.Generation.Spaces.Model;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>The names that parameters, branches and members of enums have in files: those of <c>[Name]</c>, else those of C#.</summary>
internal static class PathNames
{
    /// <summary>The parameter that says whether a value that may be absent is there.</summary>
    public const string HasValue = "HasValue";

    /// <summary>The parameter that selects the branch where a hierarchy is the whole space.</summary>
    public const string Self = "$branch";

    /// <summary>Gets what is wrong with a name and how to mend it, or null for a name that can be a part of a path.</summary>
    public static (string Fault, string Remedy)? FaultOf(string name) =>
        name.Length == 0 ? ("a name is not empty", "Give a name, or remove the attribute")
        : name.IndexOf('.') >= 0 ? ("dots separate the parts of a path", "Use another character")
        : name == Self ? ("that is the parameter that selects a branch", "Give another name")
        : null;

    /// <summary>Gets the name of a member of an enum or of a branch.</summary>
    public static string Of(ISymbol symbol) => Given(symbol.GetAttributes()) ?? symbol.Name;

    public static string Of(SpaceMember member) => Given(member.Attributes) ?? member.Name;

    /// <summary>Tells whether one of a space's own parameters would have the path that says whether the space is there at all.</summary>
    public static bool TakesHasValue(ShapeModel shape) => shape switch
    {
        ObjectShape whole => whole.Members.Any(member => member.Path == HasValue),
        HierarchyShape hierarchy => hierarchy.Shared.Any(member => member.Path == HasValue)
            || hierarchy.Branches.Any(branch => branch.Label == HasValue && branch.Shape is HierarchyShape),
        _ => false,
    };

    private static string? Given(IEnumerable<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (HypermaxSymbols.IsHypermax(attribute, "Name")
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Plain() is string { Length: > 0 } name)
            {
                return name;
            }
        }

        return null;
    }
}
