using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Makes a figure of an objective's result one that must stay within bounds: trials beyond them are infeasible and never the best.</summary>
/// <remarks>
/// <para>On a property, or a parameter of a record, of type <see cref="double"/>, <see cref="float"/>, <see cref="int"/> or <see cref="long"/>
/// in the type that an <c>[Objective]</c> returns: <c>[Constraint(AtMost = 20)] double P99</c>. At least one bound must be given. A value that equals
/// its bound is feasible.</para>
/// <para>A figure may have a direction as well: it is then an objective and is kept within bounds.</para>
/// </remarks>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class ConstraintAttribute : Attribute
{
    /// <summary>Gets or sets the largest value that is feasible. By default NaN: none.</summary>
    public double AtMost { get; set; } = double.NaN;

    /// <summary>Gets or sets the smallest value that is feasible. By default NaN: none.</summary>
    public double AtLeast { get; set; } = double.NaN;
}
