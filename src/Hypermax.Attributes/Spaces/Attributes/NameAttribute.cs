using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Gives a parameter, a branch or a member of an enum another name in files, reports and protocols than it has in C#.</summary>
/// <remarks>
/// <para>For names that C# does not allow, such as <c>"layer-0"</c>, and for names that files and other programs know already:
/// the C# name can change while the name in files stays. It must not be empty or contain a dot, which separates the parts of a path.</para>
/// <para>On a branch of a closed hierarchy it is the choice that selects the branch; on a member of an enum it is the choice itself.</para>
/// </remarks>
/// <param name="name">The name; it takes the place of the C# name in the path of the parameter.</param>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Field, Inherited = false)]
public sealed class NameAttribute(string name) : Attribute
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = name;
}
