using System.Collections.Immutable;
using System.Globalization;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks the values, the default and the weights of choices.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ChoiceAnalyzer : MemberAnalyzer
{
    // Three times 0.33 is meant to be 1.
    private const double SumTolerance = 0.0101;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        ChoiceRules.NoChoices,
        ChoiceRules.DuplicateChoice,
        ChoiceRules.ChoiceOfOtherType,
        ChoiceRules.DefaultNotAChoice,
        ChoiceRules.WeightCount,
        ChoiceRules.BadWeight,
        ChoiceRules.WeightSum);

    protected override void Analyze(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, HypermaxSymbols symbols)
    {
        foreach (AttributeData attribute in symbols.LawsOf(member))
        {
            if (AttributeArguments.NameOf(attribute) != "Choice")
            {
                continue;
            }

            var arguments = AttributeArguments.Of(attribute, context.CancellationToken);
            IReadOnlyList<TypedConstant> choices = arguments.Items("choices");
            if (choices.Any(choice => choice.Kind == TypedConstantKind.Error) || !arguments.TryGet("choices", out _))
            {
                continue;
            }

            bool takesAll = choices.Count == 0 && shape.Kind is ParameterKind.Boolean or ParameterKind.Enumeration;
            if (choices.Count == 0 && !takesAll)
            {
                Report(context, ChoiceRules.NoChoices, arguments.Location, member.Name);
                continue;
            }

            AnalyzeChoices(context, member, shape, arguments, choices);
            AnalyzeDefault(context, member, shape, arguments, choices);
            AnalyzeWeights(context, member, arguments, takesAll ? CountAll(shape) : choices.Count);
        }
    }

    private static void AnalyzeChoices(
        SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, AttributeArguments arguments, IReadOnlyList<TypedConstant> choices)
    {
        IReadOnlyList<ExpressionSyntax> expressions = arguments.ItemExpressions("choices");
        for (int i = 0; i < choices.Count; i++)
        {
            Location location = i < expressions.Count ? expressions[i].GetLocation() : arguments.Location;
            if (!ChoiceValue.Fits(choices[i], shape))
            {
                string written = ChoiceValue.Remedy(shape);
                string remedy = choices[i].IsNull ? "Make the type nullable instead, which says that the value may be absent"
                    : shape.Kind is ParameterKind.Mixed or ParameterKind.Parsable or ParameterKind.Duration ? written
                    : $"{written}, or change the type of '{member.Name}'";
                Report(
                    context,
                    ChoiceRules.ChoiceOfOtherType,
                    location,
                    member.Name,
                    TypeNames.WithArticle(shape.Type),
                    ChoiceValue.Text(choices[i]),
                    ChoiceValue.Kind(choices[i]),
                    remedy);
            }
            else if (choices.Take(i).Any(earlier => ChoiceValue.AreSame(earlier, choices[i])))
            {
                Report(context, ChoiceRules.DuplicateChoice, location, member.Name, ChoiceValue.Text(choices[i]));
            }
        }
    }

    private static void AnalyzeDefault(
        SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, AttributeArguments arguments, IReadOnlyList<TypedConstant> choices)
    {
        if (!arguments.TryGet("Default", out TypedConstant value) || value.IsNull)
        {
            return;
        }

        bool known = choices.Count == 0 ? ChoiceValue.Fits(value, shape) : choices.Any(choice => ChoiceValue.AreSame(choice, value));
        if (!known)
        {
            string list = choices.Count == 0
                ? $"every {TypeNames.Of(shape.Type)}"
                : string.Join(", ", choices.Take(8).Select(ChoiceValue.Text)) + (choices.Count > 8 ? ", …" : string.Empty);
            Report(context, ChoiceRules.DefaultNotAChoice, arguments.LocationOf("Default"), member.Name, ChoiceValue.Text(value), list);
        }
    }

    private static string Counted(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? string.Empty : "s")}";

    private static void AnalyzeWeights(SymbolAnalysisContext context, SpaceMember member, AttributeArguments arguments, int choices)
    {
        if (!arguments.TryGet("Weights", out TypedConstant given) || given.IsNull)
        {
            return;
        }

        double[] weights = [.. arguments.Items("Weights").Select(weight => AttributeArguments.ToNumber(weight) ?? double.NaN)];
        IReadOnlyList<ExpressionSyntax> expressions = arguments.ItemExpressions("Weights");
        Location location = arguments.LocationOf("Weights");
        int bad = Array.FindIndex(weights, weight => !Numbers.IsFinite(weight) || weight < 0);
        double sum = weights.Sum();
        if (weights.Length != choices)
        {
            string remedy = weights.Length < choices ? "Add the missing weights" : "Remove the weights that belong to no choice";
            Report(context, ChoiceRules.WeightCount, location, member.Name, Counted(weights.Length, "weight"), Counted(choices, "choice"), remedy);
        }
        else if (bad >= 0)
        {
            Report(
                context,
                ChoiceRules.BadWeight,
                bad < expressions.Count ? expressions[bad].GetLocation() : location,
                member.Name,
                $"the weight {Numbers.Text(weights[bad])}");
        }
        else if (sum == 0)
        {
            Report(context, ChoiceRules.BadWeight, location, member.Name, "only weights of 0");
        }
        else if (weights.All(weight => weight < 1) && Math.Abs(sum - 1) > SumTolerance)
        {
            Report(context, ChoiceRules.WeightSum, location, member.Name, Numbers.Text(Math.Round(sum, 6)));
        }
    }

    private static int CountAll(ParameterShape shape) => shape.Kind == ParameterKind.Boolean
        ? 2
        : shape.Type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => field.ConstantValue).Distinct().Count();

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));
}
