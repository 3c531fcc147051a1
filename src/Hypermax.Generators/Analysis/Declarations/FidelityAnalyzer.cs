using System.Collections.Immutable;
using Hypermax.Generators.Generation.Studies;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Hypermax.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks the budgets in <c>[Fidelity(…)]</c>, on objectives and on parameters of their spaces.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FidelityAnalyzer : ObjectiveAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObjectiveRules.BadFidelity);

    protected override void Analyze(SymbolAnalysisContext context, IMethodSymbol method, AttributeData attribute, HypermaxSymbols symbols)
    {
        AnalyzeTogether(context, method, attribute);
        bool isFirst = true;
        foreach ((AttributeData declared, SpaceMember? member) in FidelityReader.Find(method))
        {
            AttributeArguments arguments = AttributeArguments.Of(declared, context.CancellationToken);
            double low = arguments.Number("low") ?? double.NaN;
            double high = arguments.Number("high") ?? double.NaN;
            if (!isFirst)
            {
                Report(context, declared, method, "more than one set of budgets", "a trial has one budget", "Keep one [Fidelity]");
            }
            else if (low < 1)
            {
                Report(context, arguments.LocationOf("low"), method, $"the smallest budget {Numbers.Text(low)}", "a budget is 1 or above", "Begin at 1");
            }
            else if (low >= high && member is null)
            {
                // That of a parameter is a law like others, and HMX0101 says so.
                string remedy = low > high ? "Swap the two" : "Widen the range, or remove [Fidelity]";
                string what = $"budgets from {Numbers.Text(low)} to {Numbers.Text(high)}";
                Report(context, arguments.LocationOf("high"), method, what, "the whole budget must be above the smallest one", remedy);
            }
            else if (arguments.Number("eta") is <= 1 and double eta)
            {
                string what = $"the ratio {Numbers.Text(eta)} of budgets";
                Report(context, arguments.LocationOf("eta"), method, what, "it must be above 1", "Use 3, or 2 for more rungs");
            }

            isFirst = false;
        }
    }

    // What cannot be had together with budgets; see docs/guide/budgets.md.
    private static void AnalyzeTogether(SymbolAnalysisContext context, IMethodSymbol method, AttributeData attribute)
    {
        if (FidelityReader.Find(method).Select(found => found.Attribute).FirstOrDefault() is not { } declared)
        {
            return;
        }

        var settings = AttributeArguments.Of(attribute, context.CancellationToken);
        if (ResultReader.TypeOf(method.ReturnType) is { } result && ResultReader.Figures(result).Count(figure => figure.IsGoal) > 1)
        {
            const string Rule = "the trials of a front have no order by which some go on to larger budgets";
            Report(context, declared, method, "budgets and several objectives", Rule, "Make constraints of all objectives but one, or remove [Fidelity]");
        }
        else if (settings.TryGet(StudySettings.Stages.AttributeName, out _))
        {
            const string Rule = "a stage would end with its brackets half full and compare values at different budgets";
            Report(context, settings.LocationOf(StudySettings.Stages.AttributeName), method, "budgets and stages", Rule, "Remove one of them");
        }
        else if (settings.TryGet(TrialSettings.RaceShare.AttributeName, out TypedConstant share) && share.Plain() is not 0.0)
        {
            const string Rule = "points at different budgets are not ranked by one mean";
            Report(context, settings.LocationOf(TrialSettings.RaceShare.AttributeName), method, "budgets and a race", Rule, "Remove one of them");
        }
    }

    private static void Report(SymbolAnalysisContext context, AttributeData declared, IMethodSymbol method, string what, string rule, string remedy)
    {
        Location? location = declared.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
        Report(context, location ?? Location.None, method, what, rule, remedy);
    }

    private static void Report(SymbolAnalysisContext context, Location location, IMethodSymbol method, string what, string rule, string remedy) =>
        context.ReportDiagnostic(Diagnostic.Create(ObjectiveRules.BadFidelity, location, method.Name, what, rule, remedy));
}
