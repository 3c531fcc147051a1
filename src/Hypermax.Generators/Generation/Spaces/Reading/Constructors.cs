using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Finds the constructor that values are made with.</summary>
internal static class Constructors
{
    /// <summary>Gets a record's primary constructor, else the parameterless one; null when code cannot call it.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type)
    {
        IMethodSymbol? found = Primary(type);
        if (found is { Parameters.Length: > 0 } && !type.IsRecord && type.DeclaringSyntaxReferences.Length > 0)
        {
            // The parameters of a class are not its properties, so nothing could be read back.
            return null;
        }

        found ??= type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length == 0);
        return found is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal } ? found : null;
    }

    /// <summary>Gets the constructor whose parameters stand behind the name of the type, or null.</summary>
    public static IMethodSymbol? Primary(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length > 0 ? SpaceReader.PrimaryConstructor(type) : FromMetadata(type);

    // Metadata does not say which constructor is the primary one: it is the longest whose parameters are all properties.
    private static IMethodSymbol? FromMetadata(INamedTypeSymbol type) => !type.IsRecord && !type.IsValueType
        ? null
        : type.InstanceConstructors
            .Where(constructor => constructor.Parameters.Length > 0 && constructor.Parameters.All(parameter => HasProperty(type, parameter)))
            .OrderByDescending(constructor => constructor.Parameters.Length)
            .FirstOrDefault();

    private static bool HasProperty(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(parameter.Name).Any(
                member => member is IPropertySymbol property && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type)))
            {
                return true;
            }
        }

        return false;
    }
}
