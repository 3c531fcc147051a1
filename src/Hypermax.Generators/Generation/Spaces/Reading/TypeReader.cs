using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads how code names a type and opens it again.</summary>
internal static class TypeReader
{
    private static readonly SymbolDisplayFormat Spaces =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static TypeModel Read(INamedTypeSymbol type, QualifiedNames names)
    {
        List<string> containers = [];
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containers.Insert(0, Header(outer));
        }

        return new TypeModel(
            names.Of(type),
            type.Name,
            Namespace(type),
            containers.ToEquatableArray(),
            Header(type),
            HintNames.Of(type),
            AccessOf(type),
            type.IsReferenceType,
            Forbidden.Is(type),
            HidesInherited(type, nested: false),
            HidesInherited(type, nested: true));
    }

    public static string Namespace(INamedTypeSymbol type) => type.ContainingNamespace is not { IsGlobalNamespace: false } space
        ? string.Empty
        : string.Concat(space.ToDisplayParts(Spaces).Select(QualifiedNames.Code));

    /// <summary>Tells whether every part of a type and of those around it is partial, so that code can be added.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (!current.CanBeReferencedByName)
            {
                return false;
            }

            foreach (SyntaxReference reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellation) is not TypeDeclarationSyntax syntax
                    || !Locations.IsPartial(syntax)
                    || syntax.Modifiers.Any(SyntaxKind.FileKeyword))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public static Access AccessOf(ITypeSymbol type)
    {
        Access access = Access.Public;
        for (ITypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            access = (Access)Math.Min((int)access, (int)Own(current.DeclaredAccessibility));
        }

        return access;
    }

    /// <summary>Gets why generated code of the same assembly cannot name a type, as the end of a sentence, or null when it can.</summary>
    public static string? Hiding(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            string subject = SymbolEqualityComparer.Default.Equals(current, type) ? "it" : $"'{current.Name}'";
            if (current.IsFileLocal)
            {
                return $"{subject} is local to its file";
            }

            if (Own(current.DeclaredAccessibility) == Access.Private)
            {
                return $"{subject} is {SyntaxFacts.GetText(current.DeclaredAccessibility)}";
            }
        }

        return null;
    }

    public static string Header(INamedTypeSymbol type)
    {
        string kind = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
        string parameters = type.TypeParameters.Length == 0
            ? string.Empty
            : "<" + string.Join(", ", type.TypeParameters.Select(parameter => Identifiers.Escape(parameter.Name))) + ">";
        return $"partial {kind} {Identifiers.Escape(type.Name)}{parameters}";
    }

    private static Access Own(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public or Accessibility.NotApplicable => Access.Public,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => Access.Internal,
        _ => Access.Private,
    };

    private static bool HidesInherited(INamedTypeSymbol type, bool nested)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if ((MemberAttributes.IsSearchSpace(current) && (!nested || IsWithin(type, current)))
                || (!nested && current.GetMembers("SearchSpace").Any(member => member.DeclaredAccessibility != Accessibility.Private)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(INamedTypeSymbol type, INamedTypeSymbol outer)
    {
        for (INamedTypeSymbol? current = type.ContainingType; current is not null; current = current.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, outer.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
