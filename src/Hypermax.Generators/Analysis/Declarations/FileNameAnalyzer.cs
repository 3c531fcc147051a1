using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks the names that <c>[Name]</c> gives to parameters, branches and members of enums.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FileNameAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(MemberRules.BadName, MemberRules.NoEffect, SpaceRules.NameClash);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        AnalyzeMembers(context, type, symbols);
        AnalyzeBranches(context, type);
        if (Given(type, context.CancellationToken) is { } stray && !IsBranch(type))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    MemberRules.NoEffect,
                    stray.Location,
                    "Name",
                    type.Name,
                    "only parameters, branches and members of enums have names in files",
                    "Remove it"));
        }
    }

    private static void AnalyzeMembers(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (INamedTypeSymbol branch in type.IsAbstract ? SpaceReader.Branches(type) : [])
        {
            names[PathNames.Of(branch)] = branch.Name;
        }

        foreach (SpaceMember member in SpaceReader.Members(type))
        {
            AttributeArguments? given = Given(member.Attributes, context.CancellationToken);
            string name = PathNames.Of(member);
            if (!ReportFault(context, member.Name, given) && names.TryGetValue(name, out string? other))
            {
                Report(context, given?.LocationOf("name") ?? member.Location, member.Name, name, $"and so is '{other}'", "Rename one of the two");
            }

            names[name] = member.Name;
            AnalyzeType(context, member, ParameterShape.Of(member, symbols), symbols);
        }
    }

    private static void AnalyzeBranches(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (INamedTypeSymbol branch in type.IsAbstract ? SpaceReader.Branches(type) : [])
        {
            AttributeArguments? given = Given(branch, context.CancellationToken);
            string name = PathNames.Of(branch);
            if (!ReportFault(context, branch.Name, given) && names.TryGetValue(name, out string? other))
            {
                Report(context, given?.LocationOf("name") ?? Locations.Of(branch), branch.Name, name, $"and so is '{other}'", "Rename one of the two");
            }

            names[name] = branch.Name;
        }
    }

    // What another type calls its parts can be wrong for the one that holds it.
    private static void AnalyzeType(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, HypermaxSymbols symbols)
    {
        if (shape is { Kind: ParameterKind.Space, IsNullable: true, IsList: false, Type: INamedTypeSymbol space } && TakesHasValue(space))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                SpaceRules.NameClash,
                member.Location,
                space.Name,
                PathNames.HasValue,
                $"it stands for whether '{member.Name}', which may be absent, is there"));
        }

        if (shape.Kind == ParameterKind.Enumeration && !symbols.LawsOf(member).Any(law => AttributeArguments.NameOf(law) == "Fixed"))
        {
            IFieldSymbol[]? twins = shape.Type.GetMembers().OfType<IFieldSymbol>()
                .Where(field => field.HasConstantValue)
                .GroupBy(field => field.ConstantValue)
                .Select(same => same.First())
                .GroupBy(PathNames.Of, StringComparer.Ordinal)
                .FirstOrDefault(same => same.Count() > 1)?.ToArray();
            if (twins is not null)
            {
                Report(
                    context,
                    member.Location,
                    $"{shape.Type.Name}.{twins[1].Name}",
                    PathNames.Of(twins[1]),
                    $"and so is '{twins[0].Name}'",
                    "Rename one of the two");
            }
        }
    }

    private static bool TakesHasValue(INamedTypeSymbol space) =>
        SpaceReader.Members(space).Any(member => PathNames.Of(member) == PathNames.HasValue)
        || (space.IsAbstract && SpaceReader.Branches(space).Any(branch => branch.IsAbstract && PathNames.Of(branch) == PathNames.HasValue));

    private static bool ReportFault(SymbolAnalysisContext context, string owner, AttributeArguments? given)
    {
        if (given?.Text("name") is not { } name || PathNames.FaultOf(name) is not var (fault, remedy))
        {
            return false;
        }

        Report(context, given.LocationOf("name"), owner, name, $"but {fault}", remedy);
        return true;
    }

    private static bool IsBranch(INamedTypeSymbol type) =>
        type.BaseType is { IsAbstract: true } above && HypermaxSymbols.Is(type.ContainingType?.OriginalDefinition, above.OriginalDefinition);

    private static AttributeArguments? Given(ISymbol symbol, CancellationToken cancellation) => Given(symbol.GetAttributes(), cancellation);

    private static AttributeArguments? Given(ImmutableArray<AttributeData> attributes, CancellationToken cancellation) =>
        attributes.FirstOrDefault(attribute => HypermaxSymbols.IsHypermax(attribute, "Name")) is { } found ? AttributeArguments.Of(found, cancellation) : null;

    private static void Report(SymbolAnalysisContext context, Location location, string owner, string name, string fault, string remedy) =>
        context.ReportDiagnostic(Diagnostic.Create(MemberRules.BadName, location, owner, name, fault, remedy));
}
