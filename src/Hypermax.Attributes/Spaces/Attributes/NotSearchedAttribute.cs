using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Leaves a settable property of a search space alone: it is no parameter and keeps the value that the type gives it.</summary>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotSearchedAttribute : Attribute;
