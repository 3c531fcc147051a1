using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>The base of the analyzers that look at every parameter of every search space by itself.</summary>
internal abstract class MemberAnalyzer : SpaceAnalyzer
{
    protected sealed override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        foreach (SpaceMember member in symbols.MembersOf(type))
        {
            Analyze(context, member, ParameterShape.Of(member, symbols), symbols);
        }
    }

    protected abstract void Analyze(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, HypermaxSymbols symbols);
}
