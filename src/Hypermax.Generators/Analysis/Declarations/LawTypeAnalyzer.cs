using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks that every parameter has a type that can be drawn and one law that fits it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LawTypeAnalyzer : MemberAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        MemberRules.WrongType,
        MemberRules.UnsupportedType,
        MemberRules.MissingLaw,
        MemberRules.TwoLaws,
        MemberRules.BadFixedValue,
        MemberRules.BadUnit,
        MemberRules.UnknownLaw,
        ChoiceRules.NoChoices);

    protected override void Analyze(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, HypermaxSymbols symbols)
    {
        if (member.Attributes.FirstOrDefault(
            attribute => HypermaxSymbols.IsLaw(attribute.AttributeClass) && !HypermaxSymbols.IsKnownLaw(attribute)) is { } unknown)
        {
            Report(context, MemberRules.UnknownLaw, Locations.Of(unknown, context.CancellationToken), member.Name, AttributeArguments.NameOf(unknown));
            return;
        }

        List<AttributeData> laws = [.. symbols.LawsOf(member)];
        if (laws.Count > 1)
        {
            Report(
                context,
                MemberRules.TwoLaws,
                Locations.Of(laws[1], context.CancellationToken),
                member.Name,
                AttributeArguments.NameOf(laws[0]),
                AttributeArguments.NameOf(laws[1]));
            return;
        }

        if (shape.Kind == ParameterKind.Unknown)
        {
            return;
        }

        if (UnsupportedReason(member, shape) is var (reason, advice))
        {
            Report(
                context,
                MemberRules.UnsupportedType,
                TypeLocation(member, context.CancellationToken),
                member.Name,
                TypeNames.WithArticle(member.Type),
                reason,
                advice);
        }
        else if (laws.Count == 0)
        {
            AnalyzeMissing(context, member, shape);
        }
        else
        {
            AnalyzeLaw(context, member, shape, AttributeArguments.Of(laws[0], context.CancellationToken));
        }
    }

    // Null when the type can be drawn.
    private static (string Reason, string Advice)? UnsupportedReason(SpaceMember member, ParameterShape shape) => shape.Kind switch
    {
        ParameterKind.Dictionary => (
            ", because a dictionary has no fixed set of parameters",
            "Use a record with one property a key, or a list of records with [Length(min, max)]"),
        ParameterKind.Undeclared => (
            $", because '{shape.Type.Name}' is not a search space",
            $"Put [SearchSpace] on '{shape.Type.Name}', give it a static Parse(string), or use [Converter(typeof(…))]"),
        ParameterKind.Unsupported when shape.IsList => (
            ", because its elements are lists, may be absent, or are of a type that cannot be drawn",
            "Use a list of records, which may have lists and absent values of their own"),
        ParameterKind.Unsupported => (
            string.Empty,
            member.Parameter is null
                ? "Use [Converter(typeof(…))], or [NotSearched] to leave the property alone"
                : "Use [Converter(typeof(…))] to make it from a number or a string"),
        _ => null,
    };

    private static void AnalyzeMissing(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape)
    {
        string? remedy = shape.Kind switch
        {
            ParameterKind.Integer => "[Uniform(low, high)], [LogUniform(low, high)] or [Choice(…)]",
            ParameterKind.Floating => "[Uniform(low, high)], [LogUniform(low, high)] or another law",
            ParameterKind.Duration => "[Uniform(low, high, Unit = \"s\")] or another law",
            ParameterKind.Text or ParameterKind.Parsable => "[Choice(\"…\", \"…\")]",
            ParameterKind.Mixed => "[Choice(\"…\", 1, true)]",
            ParameterKind.Character => "[Choice('…', '…')]",
            ParameterKind.Converted => "the law of the values that its converter takes",
            _ => null,
        };
        if (shape.Kind == ParameterKind.Enumeration && !shape.Type.GetMembers().OfType<IFieldSymbol>().Any(field => field.HasConstantValue))
        {
            Report(context, ChoiceRules.NoChoices, member.Location, member.Name);
        }
        else if (remedy is not null)
        {
            Report(context, MemberRules.MissingLaw, member.Location, member.Name, TypeNames.WithArticle(member.Type), remedy);
        }
    }

    private static void AnalyzeLaw(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, AttributeArguments law)
    {
        if (law.Name == "Fixed")
        {
            if (law.TryGet("value", out TypedConstant value) && (shape.Kind == ParameterKind.Space || !ChoiceValue.Fits(value, shape)))
            {
                Report(
                    context,
                    MemberRules.BadFixedValue,
                    law.LocationOf("value"),
                    member.Name,
                    TypeNames.WithArticle(shape.Type),
                    ChoiceValue.Text(value),
                    ChoiceValue.Kind(value),
                    shape.Kind == ParameterKind.Space ? "Remove the attribute" : ChoiceValue.Remedy(shape));
            }

            return;
        }

        if (shape.Kind == ParameterKind.Duration && law.Name != "Choice" && law.Text("Unit") is { } unit && TimeUnits.Ticks(unit) is null)
        {
            Report(context, MemberRules.BadUnit, law.LocationOf("Unit"), member.Name, unit);
            return;
        }

        bool numeric = NumericLaw.IsNumeric(law.Name);
        bool fits = shape.Kind == ParameterKind.Converted || (numeric ? shape.IsNumber : law.Name != "Choice" || shape.Kind != ParameterKind.Space);
        if (!fits)
        {
            string remedy = shape.Kind switch
            {
                ParameterKind.Space => $"Remove the attribute; '{shape.Type.Name}' has laws of its own",
                ParameterKind.Boolean or ParameterKind.Enumeration => "Remove the attribute, or use [Choice(…)]",
                _ => "Use [Choice(…)], or make it a number",
            };
            Report(
                context,
                MemberRules.WrongType,
                law.Location,
                member.Name,
                TypeNames.WithArticle(member.Type),
                law.Name,
                numeric ? "numbers" : "single values",
                remedy);
        }
    }

    private static Location TypeLocation(SpaceMember member, CancellationToken cancellation)
    {
        SyntaxNode? syntax = member.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        return syntax switch
        {
            ParameterSyntax { Type: { } type } => type.GetLocation(),
            PropertyDeclarationSyntax property => property.Type.GetLocation(),
            _ => member.Location,
        };
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));
}
