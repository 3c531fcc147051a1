using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Reading;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Reads which figures a type has that an objective returns.</summary>
internal static class ResultReader
{
    /// <summary>The most objectives that a result may have: with more, almost every trial is on the front, which then says nothing.</summary>
    public const int MostGoals = 5;

    /// <summary>Gets the type that an objective returns, or that its task gives; null where it is none that may have figures.</summary>
    public static INamedTypeSymbol? TypeOf(ITypeSymbol returned)
    {
        ITypeSymbol inner = returned is INamedTypeSymbol { TypeArguments.Length: 1, Name: "Task" or "ValueTask" } task
            && task.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks" ? task.TypeArguments[0] : returned;
        return inner is INamedTypeSymbol { SpecialType: SpecialType.None, IsTupleType: false, IsUnboundGenericType: false } type
            && type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
            && type.ContainingNamespace is { } space
            && (space.IsGlobalNamespace || Outermost(space) is not "System")
            ? type
            : null;
    }

    /// <summary>Gets the properties of a type, the positional ones first, then those of base types, then its own in the order of the source.</summary>
    public static IReadOnlyList<ResultFigure> Figures(INamedTypeSymbol type)
    {
        List<ResultFigure> figures = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (IParameterSymbol parameter in Constructors.Primary(type)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (type.IsRecord && SpaceReader.Property(type, parameter.Name) is { } property && seen.Add(property.Name))
            {
                figures.Add(new ResultFigure(type, parameter, property));
            }
        }

        Stack<INamedTypeSymbol> owners = new();
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            owners.Push(current);
        }

        foreach (IPropertySymbol declared in owners.SelectMany(owner => owner.GetMembers()).OfType<IPropertySymbol>())
        {
            if (!declared.IsImplicitlyDeclared && seen.Add(declared.Name) && SpaceReader.Property(type, declared.Name) is { } property)
            {
                figures.Add(new ResultFigure(type, parameter: null, property));
            }
        }

        return figures;
    }

    private static string Outermost(INamespaceSymbol space)
    {
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space.Name;
    }
}
