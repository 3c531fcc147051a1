using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Finds search spaces that contain themselves, directly, through other spaces, or through their branches.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RecursionAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(SpaceRules.Recursive);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        foreach (SpaceMember member in SpaceReader.Members(type))
        {
            if (ParameterShape.Of(member, symbols) is { Kind: ParameterKind.Space, Type: INamedTypeSymbol inner }
                && Way(inner, type, symbols, [], context.CancellationToken) is { } way)
            {
                string path = $"'{string.Join(".", way.Prepend(member.Name))}'";
                context.ReportDiagnostic(Diagnostic.Create(SpaceRules.Recursive, member.Location, type.Name, path));
            }
        }
    }

    // The parameters that lead from one space to another, or null when none do.
    private static List<string>? Way(INamedTypeSymbol from, INamedTypeSymbol to, HypermaxSymbols symbols, HashSet<ISymbol> seen, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        INamedTypeSymbol space = from.OriginalDefinition;
        if (HypermaxSymbols.Is(space, to.OriginalDefinition))
        {
            return [];
        }

        if (!seen.Add(space))
        {
            return null;
        }

        foreach (INamedTypeSymbol leaf in SpaceReader.Leaves(space))
        {
            if (Way(leaf, to, symbols, seen, cancellation) is { } way)
            {
                return way;
            }
        }

        foreach (SpaceMember member in SpaceReader.Members(space))
        {
            if (ParameterShape.Of(member, symbols) is { Kind: ParameterKind.Space, Type: INamedTypeSymbol inner }
                && Way(inner, to, symbols, seen, cancellation) is { } way)
            {
                way.Insert(0, member.Name);
                return way;
            }
        }

        return null;
    }
}
