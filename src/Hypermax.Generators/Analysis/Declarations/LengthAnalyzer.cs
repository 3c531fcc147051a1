using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks that lists, and only lists, say how long they may be.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LengthAnalyzer : MemberAnalyzer
{
    private const int Longest = 256;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        MemberRules.MissingLength, MemberRules.LengthOnScalar, MemberRules.BadLength, NumberRules.DefaultOutside);

    protected override void Analyze(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, HypermaxSymbols symbols)
    {
        AttributeData? attribute = member.Attributes.FirstOrDefault(candidate => HypermaxSymbols.IsHypermax(candidate, "Length"));
        if (shape.Kind == ParameterKind.Unknown)
        {
            return;
        }

        if (attribute is null)
        {
            if (shape.IsList)
            {
                Report(context, MemberRules.MissingLength, member.Location, member.Name);
            }
        }
        else if (!shape.IsList)
        {
            Report(context, MemberRules.LengthOnScalar, Locations.Of(attribute, context.CancellationToken), member.Name, TypeNames.WithArticle(member.Type));
        }
        else
        {
            AnalyzeLengths(context, member, AttributeArguments.Of(attribute, context.CancellationToken));
        }
    }

    private static void AnalyzeLengths(SymbolAnalysisContext context, SpaceMember member, AttributeArguments length)
    {
        if (length.Number("min") is not { } min || length.Number("max") is not { } max)
        {
            return;
        }

        (string? rule, string argument) = min < 0 ? ("a length is 0 or more", "min")
            : max < 1 ? ("at least one element must be possible", "max")
            : max > Longest ? ($"a list has at most {Numbers.Text(Longest)} elements, each with parameters of its own", "max")
            : min > max ? ("the smaller one comes first", "max")
            : (null, "max");
        if (rule is not null)
        {
            Report(context, MemberRules.BadLength, length.LocationOf(argument), member.Name, Numbers.Text(min), Numbers.Text(max), rule);
        }
        else if (length.Number("Default") is { } value && value != -1 && !(value >= min && value <= max))
        {
            Report(
                context,
                NumberRules.DefaultOutside,
                length.LocationOf("Default"),
                member.Name,
                $"length {Numbers.Text(value)}",
                Numbers.Text(min),
                Numbers.Text(max));
        }
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));
}
