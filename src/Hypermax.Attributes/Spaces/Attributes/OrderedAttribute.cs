using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Says that the order of the choices means something, so that samplers may treat neighbours as alike.</summary>
/// <remarks>On a parameter with a <c>[Choice]</c> or of an enum type, or on the enum itself for every parameter of that type.
/// The order is that of the list, or of the declaration of the enum.</remarks>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Enum)]
public sealed class OrderedAttribute : Attribute;
