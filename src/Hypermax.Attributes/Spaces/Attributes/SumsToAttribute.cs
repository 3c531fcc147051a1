using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Keeps the sum of a group of parameters of one record at a fixed total, such as the weights of an ensemble.</summary>
/// <remarks>Put it on every member of the group, with the same total. Members are continuous numbers of uniform law that always exist;
/// the total must lie between the sum of their lower and the sum of their upper bounds.</remarks>
/// <param name="total">What the members add up to; finite.</param>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class SumsToAttribute(double total) : Attribute
{
    /// <summary>Gets what the members add up to.</summary>
    public double Total { get; } = total;

    /// <summary>Gets or sets the name of the group, for records with several. By default empty: the one group of the record.</summary>
    public string Group { get; set; } = string.Empty;
}
