using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Finds names in a search space that generated code, or the paths of its parameters, need for something else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NameClashAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(SpaceRules.NameClash);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        if (symbols.HasSearchSpace(type))
        {
            foreach (string reserved in SpaceModelReader.ReservedNames)
            {
                if (SpaceModelReader.Clash(type, reserved) is { } clash)
                {
                    Report(clash, reserved, "the generator adds a member of that name");
                }
            }
        }

        void Report(ISymbol symbol, string name, string reason) =>
            context.ReportDiagnostic(Diagnostic.Create(SpaceRules.NameClash, Locations.Of(symbol), type.Name, name, reason));
    }
}
