using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>The base of the analyzers that look at every search space, branches of hierarchies included.</summary>
internal abstract class SpaceAnalyzer : HypermaxAnalyzer
{
    protected sealed override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols) =>
        context.RegisterSymbolAction(
            action =>
            {
                if (action.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type && symbols.IsSpace(type))
                {
                    Analyze(action, type, symbols);
                }
            },
            SymbolKind.NamedType);

    protected abstract void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols);
}
