using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks <c>[SumsTo]</c>: that a group agrees on its total and can reach it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SumAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(RelationRules.BadSum, RelationRules.IncomparableRelative, NumberRules.NotFinite);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        var groups = new Dictionary<string, List<(SpaceMember Member, AttributeArguments Sum)>>(StringComparer.Ordinal);
        foreach (SpaceMember member in symbols.MembersOf(type))
        {
            foreach (AttributeData attribute in member.Attributes.Where(attribute => HypermaxSymbols.IsHypermax(attribute, "SumsTo")))
            {
                var arguments = AttributeArguments.Of(attribute, context.CancellationToken);
                string group = arguments.Text("Group") ?? string.Empty;
                if (!groups.TryGetValue(group, out List<(SpaceMember, AttributeArguments)>? members))
                {
                    groups.Add(group, members = []);
                }

                members.Add((member, arguments));
            }
        }

        foreach (List<(SpaceMember Member, AttributeArguments Sum)> group in groups.Values)
        {
            AnalyzeGroup(context, group, symbols);
        }
    }

    private static void AnalyzeGroup(SymbolAnalysisContext context, List<(SpaceMember Member, AttributeArguments Sum)> group, HypermaxSymbols symbols)
    {
        AttributeArguments first = group[0].Sum;
        if (first.Number("total") is not { } total)
        {
            return;
        }

        string names = string.Join("', '", group.Select(entry => entry.Member.Name));
        if (!Numbers.IsFinite(total))
        {
            Report(NumberRules.NotFinite, first, group[0].Member.Name, Numbers.Text(total), "total");
            return;
        }

        if (group.Count == 1)
        {
            Report(RelationRules.BadSum, first, names, Numbers.Text(total), "a sum needs at least two", "Put the same [SumsTo] on the others, or use [Fixed]");
            return;
        }

        double low = 0;
        double high = 0;
        foreach ((SpaceMember member, AttributeArguments sum) in group)
        {
            if (sum.Number("total") is { } other && other != total)
            {
                Report(
                    RelationRules.BadSum,
                    sum,
                    names,
                    Numbers.Text(total),
                    $"'{member.Name}' says {Numbers.Text(other)}",
                    "Give one total, or name the groups with Group");
                return;
            }

            ParameterShape shape = ParameterShape.Of(member, symbols);
            NumericLaw? law = symbols.LawsOf(member).FirstOrDefault() is { } attribute ? NumericLaw.Read(attribute, context.CancellationToken) : null;
            if (law is null || shape.Kind == ParameterKind.Unknown)
            {
                return;
            }

            bool continuous = shape is { Kind: ParameterKind.Floating, IsList: false, IsNullable: false }
                && law is { IsLog: false, IsNormal: false, Step: null or 0, Count: null };
            if (!continuous)
            {
                Report(
                    RelationRules.BadSum,
                    sum,
                    names,
                    Numbers.Text(total),
                    $"'{member.Name}' is not a floating-point number with an even law",
                    "Use [Uniform(low, high)] without a step, or take it out of the sum");
                return;
            }

            if (shape.Type.Name == "Half")
            {
                Report(
                    RelationRules.BadSum,
                    sum,
                    names,
                    Numbers.Text(total),
                    $"'{member.Name}' is a Half, which has too few digits to keep a sum",
                    "Make it a float or a double");
                return;
            }

            low += law.Low;
            high += law.High;
        }

        if (total < low || total > high)
        {
            Report(
                RelationRules.BadSum,
                first,
                names,
                Numbers.Text(total),
                $"their bounds allow only sums from {Numbers.Text(low)} to {Numbers.Text(high)}",
                "Change the bounds or the total");
        }

        void Report(DiagnosticDescriptor rule, AttributeArguments at, params object[] arguments) =>
            context.ReportDiagnostic(Diagnostic.Create(rule, at.LocationOf("total"), arguments));
    }
}
