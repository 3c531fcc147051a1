using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>The base of the analyzers that look at every method with <c>[Objective]</c>.</summary>
internal abstract class ObjectiveAnalyzer : HypermaxAnalyzer
{
    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols) =>
        context.RegisterSymbolAction(
            action =>
            {
                // A partial method has two symbols and is one objective.
                if (action.Symbol is IMethodSymbol { PartialDefinitionPart: null } method && symbols.ObjectiveOf(method) is { } attribute)
                {
                    Analyze(action, method, attribute, symbols);
                }
            },
            SymbolKind.Method);

    protected abstract void Analyze(SymbolAnalysisContext context, IMethodSymbol method, AttributeData attribute, HypermaxSymbols symbols);
}
