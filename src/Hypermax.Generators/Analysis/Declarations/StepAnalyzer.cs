using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks that the step and the default of a numeric law fit its range.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StepAnalyzer : MemberAnalyzer
{
    // Of a step: bounds such as 0.1 and 1.0 with steps of 0.1 do not divide exactly in binary.
    private const double Tolerance = 1e-9;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        NumberRules.BadStep,
        NumberRules.StepDoesNotFit,
        NumberRules.FractionOnInteger,
        NumberRules.DefaultOutside,
        NumberRules.DefaultOffGrid);

    protected override void Analyze(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, HypermaxSymbols symbols)
    {
        foreach (AttributeData attribute in symbols.LawsOf(member))
        {
            if (NumericLaw.Read(attribute, context.CancellationToken) is { } law && law.Low < law.High | law.Count >= 1)
            {
                double? step = CheckedStep(context, member, shape, law);
                AnalyzeDefault(context, member, shape, law, step);
            }
        }
    }

    // The step where there is a sound one: 0 in a property means none.
    private static double? CheckedStep(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, NumericLaw law)
    {
        if (law.Step is not { } step || !Numbers.IsFinite(step) || !law.Arguments.Has("step"))
        {
            return null;
        }

        bool zeroIsNone = law.Arguments.Data.NamedArguments.Any(argument => argument.Key == "Step") && law.Arguments.Name != "UniformInt";
        Location location = law.Arguments.LocationOf("step");
        if (step < 0 || (step == 0 && !zeroIsNone))
        {
            Report(
                context,
                NumberRules.BadStep,
                location,
                member.Name,
                Numbers.Text(step),
                "a step leads from one value to the next larger one",
                "Give a step above 0");
            return null;
        }

        if (step == 0)
        {
            return null;
        }

        double range = law.High - law.Low;
        if (step > range * (1 + Tolerance))
        {
            Report(
                context,
                NumberRules.BadStep,
                location,
                member.Name,
                Numbers.Text(step),
                $"its range is only {Numbers.Text(range)} long",
                "Shorten the step or widen the range");
            return null;
        }

        if (!law.Numbers(shape.Kind == ParameterKind.Integer).IsStepTellable)
        {
            Report(
                context,
                NumberRules.BadStep,
                location,
                member.Name,
                Numbers.Text(step),
                "beyond 2^53 steps doubles cannot tell neighbours apart",
                "Use a larger step or none");
            return null;
        }

        if (shape.Kind == ParameterKind.Integer && !Numbers.IsWhole(step))
        {
            string rounded = Numbers.Literal(Math.Max(1, Math.Round(step)));
            ReportReplaceable(
                context, NumberRules.FractionOnInteger, location, rounded, member.Name, TypeNames.WithArticle(shape.Type), "step", Numbers.Text(step));
            return null;
        }

        NumericGrid open = new(law.Low, double.PositiveInfinity, step);
        if (Numbers.IsFinite(range) && Math.Abs(open.Snap(law.High) - law.High) > Tolerance * step)
        {
            double end = new NumericGrid(law.Low, law.High, step).Snap(law.High);
            Report(
                context,
                NumberRules.StepDoesNotFit,
                location,
                member.Name,
                Numbers.Text(law.High),
                Numbers.Text(step),
                Numbers.Text(law.Low),
                Numbers.Text(end));
        }

        return step;
    }

    private static void AnalyzeDefault(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, NumericLaw law, double? step)
    {
        if (law.Default is not { } value)
        {
            return;
        }

        Location location = law.Arguments.LocationOf("default");
        if (!(value >= law.Low && value <= law.High))
        {
            double bound = value < law.Low ? law.Low : law.High;
            ReportReplaceable(
                context,
                NumberRules.DefaultOutside,
                location,
                Numbers.IsFinite(bound) ? Numbers.Literal(bound) : null,
                member.Name,
                Numbers.Text(value),
                Numbers.Text(law.Low),
                Numbers.Text(law.High));
        }
        else if (shape.Kind == ParameterKind.Integer && !Numbers.IsWhole(value))
        {
            ReportReplaceable(
                context,
                NumberRules.FractionOnInteger,
                location,
                Numbers.Literal(Math.Round(value)),
                member.Name,
                TypeNames.WithArticle(shape.Type),
                "default",
                Numbers.Text(value));
        }
        else if (step is { } grid)
        {
            double origin = double.IsInfinity(law.Low) ? 0 : law.Low;
            double inside = new NumericGrid(law.Low, law.High, grid).Snap(value);
            if (Math.Abs(inside - value) > Tolerance * Math.Max(grid, Math.Abs(value)))
            {
                ReportReplaceable(
                    context,
                    NumberRules.DefaultOffGrid,
                    location,
                    Numbers.Literal(inside),
                    member.Name,
                    Numbers.Text(value),
                    Numbers.Text(grid),
                    Numbers.Text(origin),
                    Numbers.Text(inside));
            }
        }
    }

    private static void ReportReplaceable(
        SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, string? replacement, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, FixProperties.Replace(replacement), arguments));

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));
}
