using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Keeps the value of this parameter below that of another one of the same type.</summary>
/// <remarks>Both must be numbers of the same record that always exist. Chains (<c>A</c> below <c>B</c> below <c>C</c>) are allowed, circles are not.</remarks>
/// <param name="other">The name of the other property; use <c>nameof</c>.</param>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, AllowMultiple = true)]
public sealed class LessThanAttribute(string other) : Attribute
{
    /// <summary>Gets the name of the other property.</summary>
    public string Other { get; } = other;

    /// <summary>Gets or sets whether the two values may be equal. By default false.</summary>
    public bool OrEqual { get; set; }
}
