using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks that what a search begins with can obey <c>[LessThan]</c> and <c>[SumsTo]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RelatedDefaultAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RelationRules.DefaultsBreakRelation);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        IReadOnlyList<SpaceMember> members = symbols.MembersOf(type);
        if (type.IsAbstract
            || !members.Any(
                member => member.Attributes.Any(
                    attribute => HypermaxSymbols.IsHypermax(attribute, "LessThan") || HypermaxSymbols.IsHypermax(attribute, "SumsTo"))))
        {
            return;
        }

        // Read as for generated code, so that the two cannot differ; of the others neither docs nor types matter.
        ReadContext reading = new(context.Compilation, context.CancellationToken);
        List<SpaceMember> numbers = [.. members.Where(member => ParameterShape.Of(member, symbols) is { IsNumber: true, IsList: false, IsNullable: false })];
        List<MemberModel> models = [.. numbers.Select(member => MemberReader.Read(member, reading)).OfType<MemberModel>()];
        EquatableArray<RelationModel> relations = RelationReader.Read(numbers, models.ToEquatableArray(), reading);

        foreach (StartContradictions.Contradiction found in StartContradictions.Find(models, relations))
        {
            SpaceMember member = members.First(candidate => candidate.Name == found.Member);
            context.ReportDiagnostic(Diagnostic.Create(
                RelationRules.DefaultsBreakRelation,
                DefaultOf(member, symbols, context.CancellationToken),
                FixProperties.Replace(found.Replacement),
                found.Message));
        }
    }

    // Where the default is written: in the attribute, behind the parameter, or behind the property.
    private static Location DefaultOf(SpaceMember member, HypermaxSymbols symbols, CancellationToken cancellation)
    {
        ExpressionSyntax? written = symbols.LawsOf(member)
            .Select(law => AttributeArguments.Of(law, cancellation).Expression("Default"))
            .FirstOrDefault(expression => expression is not null)
            ?? member.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
            {
                ParameterSyntax parameter => parameter.Default?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
        return written?.GetLocation() ?? member.Location;
    }
}
