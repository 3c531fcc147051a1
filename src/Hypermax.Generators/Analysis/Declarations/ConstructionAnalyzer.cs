using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks that generated code can see a search space, create it, and finds parameters in it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ConstructionAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        SpaceRules.UnsupportedKind, SpaceRules.NotConstructible, SpaceRules.Inaccessible, SpaceRules.NoParameters);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        if (UnsupportedKind(type) is { } kind)
        {
            Report(SpaceRules.UnsupportedKind, type.Name, kind);
            return;
        }

        if (FileLocal(type) is { } local)
        {
            Report(SpaceRules.Inaccessible, local.Name, type.Name, "it is local to its file");
            return;
        }

        if (type.IsAbstract)
        {
            return;
        }

        if (Unconstructible(type) is var (fault, remedy))
        {
            Report(SpaceRules.NotConstructible, type.Name, fault, remedy);
        }

        // A branch without parameters is a choice like any other.
        if (symbols.HasSearchSpace(type) && SpaceReader.HierarchyOf(type, symbols) is null && SpaceReader.Members(type).Count == 0 && !HasStrays(type))
        {
            Report(SpaceRules.NoParameters, type.Name);
        }

        void Report(DiagnosticDescriptor rule, params object[] arguments) =>
            context.ReportDiagnostic(Diagnostic.Create(rule, Locations.Of(type), arguments));
    }

    private static string? UnsupportedKind(INamedTypeSymbol type) =>
        type.IsStatic ? "a static class"
        : type.IsRefLikeType ? "a ref struct"
        : type.TypeKind == TypeKind.Interface ? "an interface"
        : !type.IsRecord && SpaceReader.PrimaryConstructor(type) is not null ? $"a {(type.IsValueType ? "struct" : "class")} with a primary constructor"
        : null;

    private static INamedTypeSymbol? FileLocal(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return current;
            }
        }

        return null;
    }

    private static (string Fault, string Remedy)? Unconstructible(INamedTypeSymbol type)
    {
        IMethodSymbol? constructor = SpaceReader.PrimaryConstructor(type)
            ?? type.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.Length == 0);
        if (constructor is null)
        {
            return ("it has no constructor without parameters", "Add one, or make it a partial record with positional parameters");
        }

        if (constructor.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
        {
            return ("its constructor without parameters is not accessible", "Make it internal or public");
        }

        if (constructor.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } reference)
        {
            return ($"its constructor takes '{reference.Name}' by reference", "Take it by value");
        }

        if (constructor.Parameters.FirstOrDefault(parameter => !HasProperty(type, parameter.Name)) is { } lost)
        {
            return ($"its parameter '{lost.Name}' has no property to read it back from", "Declare one, or leave the record to make it");
        }

        return SettableProperties.Unset(type, constructor) is { } required
            ? ($"'{required.Name}' is required but no parameter of the search", "Remove 'required', or make it a parameter")
            : null;
    }

    private static bool HasProperty(INamedTypeSymbol type, string name) =>
        SpaceReader.Property(type, name) is { } property && SettableProperties.Getter(property) is not null;

    // A property that cannot be set but has a law is reported by itself.
    private static bool HasStrays(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>().Any(property => property.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.ContainingNamespace is { Name: "Hypermax", ContainingNamespace.IsGlobalNamespace: true }));
}
