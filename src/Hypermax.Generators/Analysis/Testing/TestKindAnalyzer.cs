using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Hypermax.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Testing;

/// <summary>Checks that a method is one test, and that the numbers of a check are in their ranges.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TestKindAnalyzer : HypermaxAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(TestRules.TestTwice, TestRules.TestNumber);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols)
    {
        if (TestSymbols.Find(context.Compilation) is { } tests)
        {
            context.RegisterSymbolAction(
                action =>
                {
                    if (action.Symbol is IMethodSymbol { PartialDefinitionPart: null } method)
                    {
                        Analyze(action, method, tests);
                    }
                },
                SymbolKind.Method);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, IMethodSymbol method, TestSymbols tests)
    {
        AttributeData[] facts = [.. method.GetAttributes().Where(attribute => IsFact(attribute.AttributeClass))];
        if (!facts.Any(attribute => tests.IsTest(attribute.AttributeClass)))
        {
            return;
        }

        // What is ours stays where another framework's attribute stands beside it.
        AttributeData first = facts.OrderBy(attribute => tests.IsTest(attribute.AttributeClass) ? 0 : 1).First();
        foreach (AttributeData other in facts.Where(attribute => attribute != first))
        {
            Location place = AttributeArguments.Of(other, context.CancellationToken).Location;
            context.ReportDiagnostic(Diagnostic.Create(
                TestRules.TestTwice, place, method.Name, AttributeArguments.NameOf(other), AttributeArguments.NameOf(first)));
        }

        foreach (AttributeData attribute in facts)
        {
            IReadOnlyList<CheckNumber> numbers = HypermaxSymbols.Is(tests.TunedFact, attribute.AttributeClass) ? CheckNumber.OfGuards
                : HypermaxSymbols.Is(tests.Challenge, attribute.AttributeClass) ? CheckNumber.OfChallenges
                : [];
            AnalyzeNumbers(context, method, AttributeArguments.Of(attribute, context.CancellationToken), numbers);
        }
    }

    private static void AnalyzeNumbers(SymbolAnalysisContext context, IMethodSymbol method, AttributeArguments arguments, IReadOnlyList<CheckNumber> numbers)
    {
        foreach (CheckNumber number in numbers)
        {
            if (arguments.Number(number.Name) is { } value && !number.Holds(value))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    TestRules.TestNumber,
                    arguments.LocationOf(number.Name),
                    FixProperties.Replace(number.Usual),
                    number.Name,
                    method.Name,
                    arguments.Expression(number.Name)?.ToString(),
                    number.Rule,
                    number.Usual));
            }
        }
    }

    private static bool IsFact(INamedTypeSymbol? attribute)
    {
        for (INamedTypeSymbol? type = attribute; type is not null; type = type.BaseType)
        {
            if (type is { Name: "FactAttribute", ContainingNamespace: { Name: "Xunit", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }
}
