using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Names what a parameter was called before, so that old trials and tuned files keep their meaning.</summary>
/// <param name="name">The name of the property in an earlier version of the type.</param>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, AllowMultiple = true)]
public sealed class FormerNameAttribute(string name) : Attribute
{
    /// <summary>Gets the earlier name.</summary>
    public string Name { get; } = name;
}
