using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks the bounds and the spread of numeric laws.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NumericLawAnalyzer : MemberAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        NumberRules.BoundsReversed,
        NumberRules.NotFinite,
        NumberRules.LogFromZero,
        NumberRules.FractionOnInteger,
        NumberRules.OutsideType,
        NumberRules.BadDeviation,
        NumberRules.BadCount,
        NumberRules.BadProbability);

    protected override void Analyze(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, HypermaxSymbols symbols)
    {
        foreach (AttributeData attribute in symbols.LawsOf(member))
        {
            if (NumericLaw.Read(attribute, context.CancellationToken) is { } law && AllFinite(context, member, law))
            {
                AnalyzeBounds(context, member, shape, law);
                AnalyzeType(context, member, shape, law);
            }
        }

        foreach (AttributeData attribute in member.Attributes.Where(attribute => HypermaxSymbols.IsHypermax(attribute, "Absent")))
        {
            var arguments = AttributeArguments.Of(attribute, context.CancellationToken);
            if (arguments.Number("Probability") is { } probability && !(probability is >= 0 and <= 1))
            {
                Report(context, NumberRules.BadProbability, arguments.LocationOf("Probability"), member.Name, Numbers.Text(probability));
            }
        }
    }

    private static bool AllFinite(SymbolAnalysisContext context, SpaceMember member, NumericLaw law)
    {
        bool all = true;
        foreach ((string name, string words) in new[]
        {
            ("low", "lower bound"), ("high", "upper bound"), ("mean", "mean"), ("deviation", "deviation"), ("step", "step"),
        })
        {
            bool mayBeOpen = law.IsNormal && name is ("low" or "high");
            if (law.Arguments.Number(name) is { } value && (double.IsNaN(value) || (double.IsInfinity(value) && !mayBeOpen)))
            {
                all = false;
                Report(context, NumberRules.NotFinite, law.Arguments.LocationOf(name), member.Name, Numbers.Text(value), words);
            }
        }

        return all;
    }

    private static void AnalyzeBounds(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, NumericLaw law)
    {
        if (law.Count is { } count)
        {
            if (count < 1)
            {
                Report(context, NumberRules.BadCount, law.Arguments.LocationOf("count"), member.Name, Numbers.Text(count));
            }

            return;
        }

        if (law.Low >= law.High)
        {
            string remedy = law.Low == law.High ? $"Widen the range, or use [Fixed({Numbers.Text(law.Low)})] for a constant" : "Swap the two";
            Report(context, NumberRules.BoundsReversed, BothBounds(law), member.Name, Numbers.Text(law.Low), Numbers.Text(law.High), remedy);
        }

        if (law.IsLog)
        {
            bool integer = shape.Kind == ParameterKind.Integer;
            bool tooLow = law.IsNormal ? law.Low < 0 : integer ? law.Low < 1 : law.Low <= 0;
            if (tooLow)
            {
                string least = law.IsNormal ? "of 0 or more" : integer ? "of at least 1" : "above 0";
                string? raised = law.IsNormal ? "0" : integer ? "1" : null;
                ReportReplaceable(context, NumberRules.LogFromZero, law.Arguments.LocationOf("low"), raised, member.Name, Numbers.Text(law.Low), least);
            }
        }

        LawNumbers numbers = law.Numbers(shape.Kind == ParameterKind.Integer);
        if (law.Low < law.High && !numbers.IsWidthFinite)
        {
            Report(context, NumberRules.NotFinite, BothBounds(law), member.Name, Numbers.Text(double.PositiveInfinity), "distance between its bounds");
        }
        else if (!numbers.IsTailFinite)
        {
            Report(
                context,
                NumberRules.NotFinite,
                law.Arguments.LocationOf("mean"),
                member.Name,
                law.IsLog ? Numbers.Text(Math.Exp(numbers.Mean)) : Numbers.Text(double.PositiveInfinity),
                law.IsLog ? "median, e to the power of its mean" : "value eight deviations from its mean");
        }

        if (law.IsNormal && law.Arguments.Number("deviation") is <= 0 and var deviation)
        {
            Report(context, NumberRules.BadDeviation, law.Arguments.LocationOf("deviation"), member.Name, Numbers.Text(deviation));
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, NumericLaw law)
    {
        if (!shape.IsNumber || law.Count < 1)
        {
            return;
        }

        (double least, double most) = shape.Kind == ParameterKind.Duration ? DurationRange(law) : Numbers.RangeOf(shape.Type);
        foreach ((string name, string words, double bound) in new[] { ("low", "lower bound", law.Low), ("high", "upper bound", law.High) })
        {
            Location location = law.Arguments.LocationOf(law.Count is null ? name : "count");
            if (!double.IsInfinity(bound) && (bound < least || bound > most))
            {
                Report(
                    context,
                    NumberRules.OutsideType,
                    location,
                    member.Name,
                    words,
                    Numbers.Text(bound),
                    TypeNames.Of(shape.Type),
                    Numbers.Text(least),
                    Numbers.Text(most));
            }
            else if (shape.Kind == ParameterKind.Integer && !Numbers.IsWhole(bound) && !(name == "low" && law is { IsLog: true, Low: < 1 }))
            {
                // Rounded inwards, so that no value is added.
                string rounded = Numbers.Literal(name == "low" ? Math.Ceiling(bound) : Math.Floor(bound));
                ReportReplaceable(
                    context, NumberRules.FractionOnInteger, location, rounded, member.Name, TypeNames.WithArticle(shape.Type), words, Numbers.Text(bound));
            }
        }
    }

    // What a TimeSpan can hold, in the unit that the bounds count.
    private static (double Least, double Most) DurationRange(NumericLaw law)
    {
        double ticks = TimeUnits.Ticks(law.Arguments.Text("Unit")) ?? TimeSpan.TicksPerSecond;
        double most = Math.Floor(long.MaxValue / ticks);
        return (-most, most);
    }

    // Both arguments where they stand side by side, else the upper one.
    private static Location BothBounds(NumericLaw law)
    {
        Location low = law.Arguments.LocationOf("low");
        Location high = law.Arguments.LocationOf("high");
        return law.Arguments is { Syntax: { } syntax } && law.Arguments.Has("low") && law.Arguments.Has("high") && !law.IsNormal
            ? Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(
                Math.Min(low.SourceSpan.Start, high.SourceSpan.Start), Math.Max(low.SourceSpan.End, high.SourceSpan.End)))
            : high;
    }

    private static void ReportReplaceable(
        SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, string? replacement, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, FixProperties.Replace(replacement), arguments));

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));
}
