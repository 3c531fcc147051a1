using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Makes a partial record a search space: the generator emits its description, binder and tuned values.</summary>
/// <remarks>
/// <para>On a concrete record or class every positional parameter or settable property is a parameter of the search,
/// unless it is marked <see cref="NotSearchedAttribute"/>.
/// On an abstract record the nested sealed records derived from it are the branches of a conditional choice.</para>
/// </remarks>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SearchSpaceAttribute : Attribute;
