using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hypermax.Generators.Generation;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Says once for a project that its version of C# is too old for generated code, which is then left out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LanguageAnalyzer : HypermaxAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(SpaceRules.LanguageTooOld);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols)
    {
        if (context.Compilation is not CSharpCompilation compilation || ProjectFacts.LanguageOf(compilation) >= ProjectFacts.LeastLanguage)
        {
            return;
        }

        ConcurrentBag<ISymbol> asking = [];
        context.RegisterSymbolAction(
            action =>
            {
                if (action.Symbol is INamedTypeSymbol type ? symbols.HasSearchSpace(type) : symbols.ObjectiveOf((IMethodSymbol)action.Symbol) is not null)
                {
                    asking.Add(action.Symbol);
                }
            },
            SymbolKind.NamedType,
            SymbolKind.Method);
        context.RegisterCompilationEndAction(end =>
        {
            ISymbol? first = asking
                .OrderBy(symbol => Locations.Of(symbol).SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(symbol => Locations.Of(symbol).SourceSpan.Start)
                .FirstOrDefault();
            if (first is not null)
            {
                end.ReportDiagnostic(
                    Diagnostic.Create(SpaceRules.LanguageTooOld, Locations.Of(first), compilation.LanguageVersion.ToDisplayString(), first.Name));
            }
        });
    }
}
