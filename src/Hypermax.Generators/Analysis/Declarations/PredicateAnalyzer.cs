using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Finds methods called IsValid that look like the check of a search space and are not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PredicateAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RelationRules.BadPredicate);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        List<IMethodSymbol> candidates = [.. type.GetMembers("IsValid").OfType<IMethodSymbol>()];
        if (candidates.Count == 0 || candidates.Any(method => Fault(method, type, symbols) is null))
        {
            return;
        }

        IMethodSymbol nearest = candidates[0];
        context.ReportDiagnostic(Diagnostic.Create(RelationRules.BadPredicate, Locations.Of(nearest), type.Name, Fault(nearest, type, symbols)));
    }

    private static string? Fault(IMethodSymbol method, INamedTypeSymbol type, HypermaxSymbols symbols) =>
        !method.IsStatic ? "is not static"
        : method.IsGenericMethod ? "is generic"
        : method.ReturnType.SpecialType != SpecialType.System_Boolean ? $"returns {(method.ReturnsVoid ? "nothing" : $"'{TypeNames.Of(method.ReturnType)}'")}"
        : method.Parameters.Length != 1 || !HypermaxSymbols.Is(method.Parameters[0].Type, type) ? $"does not take one '{type.Name}'"
        : method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
            && !symbols.HasSearchSpace(type)
        ? "cannot be seen by the hierarchy, which calls it"
        : null;
}
