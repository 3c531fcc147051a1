using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Makes a figure of an objective's result one that the search makes small.</summary>
/// <remarks>On a property, or a parameter of a record, of type <see cref="double"/>, <see cref="float"/>, <see cref="int"/> or <see cref="long"/>
/// in the type that an <c>[Objective]</c> returns. The name of the member is the name of the objective. See docs/guide/several-objectives.md.</remarks>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class MinimizeAttribute : Attribute;
