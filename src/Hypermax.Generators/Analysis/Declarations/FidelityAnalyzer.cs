using System.Collections.Immutable;
using Hypermax.Generators.Generation.Studies;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
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

    private static void Report(SymbolAnalysisContext context, AttributeData declared, IMethodSymbol method, string what, string rule, string remedy)
    {
        Location? location = declared.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
        Report(context, location ?? Location.None, method, what, rule, remedy);
    }

    private static void Report(SymbolAnalysisContext context, Location location, IMethodSymbol method, string what, string rule, string remedy) =>
        context.ReportDiagnostic(Diagnostic.Create(ObjectiveRules.BadFidelity, location, method.Name, what, rule, remedy));
}
