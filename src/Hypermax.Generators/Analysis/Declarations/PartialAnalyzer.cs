using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Finds search spaces that the generator cannot add to, because they or the types around them are not partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PartialAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        SpaceRules.NotPartial, SpaceRules.ContainerNotPartial);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        if (!symbols.HasSearchSpace(type))
        {
            return;
        }

        foreach ((TypeDeclarationSyntax part, Location location) in Locations.Parts(type, context.CancellationToken))
        {
            if (!Locations.IsPartial(part))
            {
                context.ReportDiagnostic(Diagnostic.Create(SpaceRules.NotPartial, location, type.Name));
            }
        }

        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            foreach ((TypeDeclarationSyntax part, Location location) in Locations.Parts(container, context.CancellationToken))
            {
                if (!Locations.IsPartial(part))
                {
                    context.ReportDiagnostic(Diagnostic.Create(SpaceRules.ContainerNotPartial, location, container.Name, type.Name));
                }
            }
        }
    }
}
