using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>A positional parameter or property of a search space, with the attributes of both and those it inherits.</summary>
internal sealed class SpaceMember
{
    public SpaceMember(INamedTypeSymbol owner, IParameterSymbol? parameter, IPropertySymbol? property)
    {
        Owner = owner;
        Parameter = parameter;
        Property = property;
        ISymbol symbol = (ISymbol?)parameter ?? property!;
        Symbol = symbol;
        Name = symbol.Name;
        Type = parameter?.Type ?? property!.Type;

        Attributes = InheritedAttributes.Of(owner, parameter, property);
    }

    public INamedTypeSymbol Owner { get; }

    public IParameterSymbol? Parameter { get; }

    public IPropertySymbol? Property { get; }

    /// <summary>Gets the symbol that the user declared: the positional parameter, or else the property.</summary>
    public ISymbol Symbol { get; }

    public string Name { get; }

    public ITypeSymbol Type { get; }

    public ImmutableArray<AttributeData> Attributes { get; }

    /// <summary>Gets or sets what was found out about the type; filled by <see cref="ParameterShape.Of"/>.</summary>
    public ParameterShape? Shape { get; set; }

    public Location Location => Symbol.Locations.Length > 0 ? Symbol.Locations[0] : Location.None;
}
