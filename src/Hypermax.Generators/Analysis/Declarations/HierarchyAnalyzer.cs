using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks that a hierarchy is closed: every branch sealed, nested in it, reachable and called differently.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HierarchyAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        SpaceRules.BranchNotSealed,
        SpaceRules.NoBranches,
        SpaceRules.DerivedOutside,
        SpaceRules.AmbiguousBranch,
        SpaceRules.UnreachableBranch,
        SpaceRules.UnsupportedKind,
        SpaceRules.Inaccessible,
        SpaceRules.NotConstructible,
        SpaceRules.SharedRedeclared);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        if (SpaceReader.HierarchyOf(type, symbols) is not { } hierarchy)
        {
            return;
        }

        if (HypermaxSymbols.Is(type, hierarchy))
        {
            AnalyzeRoot(context, type);
        }
        else
        {
            AnalyzeBranch(context, type, hierarchy);
        }
    }

    private static void AnalyzeRoot(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (!SpaceReader.Branches(type).Any())
        {
            context.ReportDiagnostic(Diagnostic.Create(SpaceRules.NoBranches, Locations.Of(type), type.Name));
        }

        AnalyzeShared(context, type);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (INamedTypeSymbol leaf in SpaceReader.Leaves(type))
        {
            if (!names.Add(leaf.Name))
            {
                context.ReportDiagnostic(Diagnostic.Create(SpaceRules.AmbiguousBranch, Locations.Of(leaf), type.Name, leaf.Name));
            }
        }
    }

    // Properties that branches share are set on a finished value where branches have branches: with 'with', which only records know.
    private static void AnalyzeShared(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        bool nested = SpaceReader.Branches(type).Any(branch => branch.IsAbstract);
        bool unable = !type.IsRecord || type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true });
        if (nested && unable && SpaceReader.Members(type).Any(member => member.Parameter is null))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                SpaceRules.NotConstructible,
                Locations.Of(type),
                type.Name,
                type.IsRecord ? "it requires a property that branches of branches share" : "branches of branches share properties of a class",
                type.IsRecord ? "Remove 'required'" : "Make it a record"));
        }
    }

    private static void AnalyzeBranch(SymbolAnalysisContext context, INamedTypeSymbol type, INamedTypeSymbol hierarchy)
    {
        if (!HypermaxSymbols.Is(type.ContainingType?.OriginalDefinition, type.BaseType?.OriginalDefinition))
        {
            context.ReportDiagnostic(Diagnostic.Create(SpaceRules.DerivedOutside, Locations.Of(type), type.Name, type.BaseType!.Name));
            return;
        }

        if (SettableProperties.RedeclaredBy(type, type.BaseType!) is { } redeclared)
        {
            context.ReportDiagnostic(Diagnostic.Create(SpaceRules.SharedRedeclared, Locations.Of(redeclared), type.Name, redeclared.Name, type.BaseType!.Name));
        }

        if (type.Arity > 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(SpaceRules.UnsupportedKind, Locations.Of(type), type.Name, "a generic branch"));
        }

        if (TypeReader.AccessOf(type) < TypeReader.AccessOf(hierarchy))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(SpaceRules.Inaccessible, Locations.Of(type), type.Name, hierarchy.Name, $"it is less accessible than '{hierarchy.Name}'"));
        }

        if (type.IsAbstract)
        {
            if (!SpaceReader.Leaves(type).Any())
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    SpaceRules.UnreachableBranch,
                    Locations.Of(type),
                    type.Name,
                    hierarchy.Name,
                    "it is abstract and has no sealed branch in it",
                    "Seal it or nest a branch in it"));
            }
        }
        else if (!type.IsSealed)
        {
            context.ReportDiagnostic(Diagnostic.Create(SpaceRules.BranchNotSealed, Locations.Of(type), type.Name, hierarchy.Name));
        }
    }
}
