using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for methods with <c>[Tune]</c>, <c>[TunedFact]</c> and <c>[Challenge]</c>.</summary>
internal static class TestRules
{
    public static readonly DiagnosticDescriptor TestReturn = new(
        RuleIds.TestReturn,
        "A search in a test returns a number",
        "Test '{0}' returns {1}; a method with [Tune] returns double, Task<double> or ValueTask<double>. Change the return type, or name "
        + "the objective to search: [Tune(Study = nameof(…))].",
        RuleCategories.Tests,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TestReturn));

    public static readonly DiagnosticDescriptor TestParameters = new(
        RuleIds.TestParameters,
        "A search in a test takes a search space, a trial and a token",
        "Test '{0}' {1}; a method with [Tune] takes one [SearchSpace] type and, if it likes, a TrialContext and a CancellationToken. {2}.",
        RuleCategories.Tests,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TestParameters));

    public static readonly DiagnosticDescriptor TestGeneric = new(
        RuleIds.TestGeneric,
        "A search or check in a test is not generic",
        "Test '{0}' is generic; the test would not know for which types to call it. Remove the type parameter.",
        RuleCategories.Tests,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TestGeneric));

    public static readonly DiagnosticDescriptor TestSpace = new(
        RuleIds.TestSpace,
        "The parameter of a search in a test is a search space",
        "Test '{0}' takes '{1}', which is not a search space. {2}.",
        RuleCategories.Tests,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TestSpace));

    public static readonly DiagnosticDescriptor TestResult = new(
        RuleIds.TestResult,
        "A test of a study takes its result or nothing",
        "Test '{0}' takes ({1}); a method with {2} is called when the {3} is done, with a {4} or with nothing. Change its parameters.",
        RuleCategories.Tests,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TestResult));

    public static readonly DiagnosticDescriptor TestStudy = new(
        RuleIds.TestStudy,
        "A test of a study names an objective",
        "Test '{0}' names '{1}', which has no [Objective]. Put [Objective] on '{1}', or name a method that has it.",
        RuleCategories.Tests,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TestStudy));

    public static readonly DiagnosticDescriptor TestTwice = new(
        RuleIds.TestTwice,
        "A method is one test",
        "Test '{0}' has [{1}] besides [{2}], and a method is one test. Remove [{1}], or write a method of its own for it.",
        RuleCategories.Tests,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TestTwice));

    public static readonly DiagnosticDescriptor TestNumber = new(
        RuleIds.TestNumber,
        "Numbers of a check are in their ranges",
        "'{0}' of test '{1}' is {2}; it {3}. Write for example {0} = {4}, or leave it out.",
        RuleCategories.Tests,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TestNumber));

    public static readonly DiagnosticDescriptor TestUntuned = new(
        RuleIds.TestUntuned,
        "A study that is checked has a tuned file",
        "Test '{0}' checks the tuned values of '{1}', but the project has no '{2}', so that the test will fail. Tune it with "
        + "'dotnet build -t:Hypertune -p:HypertuneStudy={1}', and commit the file.",
        RuleCategories.Tests,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TestUntuned));
}
