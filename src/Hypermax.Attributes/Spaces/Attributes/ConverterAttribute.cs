using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Lets a parameter have a type of the user's own, made from what the search draws.</summary>
/// <remarks>
/// <para>The converter is a type with two accessible static methods: <c>T Convert(TRaw)</c> and <c>TRaw ConvertBack(T)</c>, where T is
/// the type of the property and TRaw is <see cref="double"/>, <see cref="long"/> or <see cref="string"/>: what the distribution beside it draws.
/// Both must be pure, and <c>ConvertBack</c> must undo <c>Convert</c>.</para>
/// <para>Types with a static <c>Parse(string)</c> or <c>Parse(string, IFormatProvider)</c> need no converter for a <c>[Choice]</c> of strings.</para>
/// </remarks>
/// <param name="converter">The type with the two methods.</param>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class ConverterAttribute(Type converter) : Attribute
{
    /// <summary>Gets the type with the two methods.</summary>
    public Type Converter { get; } = converter;
}
