using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Says more about a parameter that may be absent, that is, one of a nullable type; optional.</summary>
/// <remarks>Whether the value is there is a parameter of its own, called like the property with <c>.HasValue</c> behind it.
/// By default both cases are equally likely, and the parameter begins absent unless its distribution declares a default.</remarks>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class AbsentAttribute : Attribute
{
    /// <summary>Gets or sets how likely it is that the value is absent. Between 0 and 1; by default 0.5.</summary>
    public double Probability { get; set; } = 0.5;
}
