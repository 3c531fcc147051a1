using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>The base of the attributes that give a parameter its distribution.</summary>
/// <remarks>On a positional parameter the attribute belongs to the parameter; <c>[property: …]</c> works too.</remarks>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public abstract class ParameterAttribute : Attribute
{
    /// <summary>Gets or sets what the parameter means, for reports. By default the XML doc comment of the parameter.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets the unit of the values, for reports, such as <c>"ms"</c>. By default none.</summary>
    /// <remarks>On a <see cref="TimeSpan"/> the unit also says what the bounds count:
    /// <c>us</c>, <c>ms</c>, <c>s</c> (the default), <c>min</c>, <c>h</c> or <c>d</c>.</remarks>
    public string? Unit { get; set; }
}
