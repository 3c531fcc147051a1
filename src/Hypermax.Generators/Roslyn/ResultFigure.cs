using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>A readable property of a type that an objective returns, with the attributes that its declaration or its positional parameter has.</summary>
internal sealed class ResultFigure(INamedTypeSymbol owner, IParameterSymbol? parameter, IPropertySymbol property)
{
    public IPropertySymbol Property { get; } = property;

    /// <summary>Gets the symbol that the user declared: the positional parameter, or else the property.</summary>
    public ISymbol Symbol { get; } = (ISymbol?)parameter ?? property;

    public string Name => Property.Name;

    public ImmutableArray<AttributeData> Attributes { get; } = InheritedAttributes.Of(owner, parameter, property);

    public AttributeData? Minimize => Find("Minimize");

    public AttributeData? Maximize => Find("Maximize");

    public AttributeData? Constraint => Find("Constraint");

    /// <summary>Gets whether the figure is an objective.</summary>
    public bool IsGoal => Minimize is not null || Maximize is not null;

    /// <summary>Gets whether the figure means something to the search.</summary>
    public bool IsDeclared => IsGoal || Constraint is not null;

    /// <summary>Gets whether the type is one of those that become a double without a loss that matters.</summary>
    public bool IsNumber => Property.Type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Int32
        or SpecialType.System_Int64;

    /// <summary>Gets whether generated code can read the property.</summary>
    public bool IsReadable => Property is { IsStatic: false, IsIndexer: false } && SettableProperties.Getter(Property) is not null;

    private AttributeData? Find(string name) => Attributes.FirstOrDefault(attribute => HypermaxSymbols.IsHypermax(attribute, name));
}
