using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Lets an array or list have any number of elements between two bounds, both included, all equally likely.</summary>
/// <remarks>
/// <para>The length is a parameter of its own, called like the property with <c>.Length</c> behind it; the elements are called
/// <c>Layers.0</c>, <c>Layers.1</c> and so on, and exist only while the length reaches them.</para>
/// <para>For a list of scalars the distribution attribute beside this one holds for each element.</para>
/// </remarks>
/// <param name="min">The smallest number of elements; at least 0.</param>
/// <param name="max">The largest number of elements; at least <paramref name="min"/> and 1, at most 256.</param>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class LengthAttribute(int min, int max) : Attribute
{
    /// <summary>Gets the smallest number of elements.</summary>
    public int Min { get; } = min;

    /// <summary>Gets the largest number of elements.</summary>
    public int Max { get; } = max;

    /// <summary>Gets or sets the length to begin with and to use while nothing has been tuned. By default −1: the middle, rounded down.</summary>
    public int Default { get; set; } = -1;
}
