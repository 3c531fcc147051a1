using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for the code inside objectives.</summary>
internal static class TrialCodeRules
{
    public static readonly DiagnosticDescriptor UnseededRandom = new(
        RuleIds.UnseededRandom,
        "Objectives draw from the seed of their trial",
        "'{0}' draws different numbers each time, so that the trials of '{1}' cannot be repeated. {2}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnseededRandom));

    public static readonly DiagnosticDescriptor Clock = new(
        RuleIds.Clock,
        "Objectives do not depend on the clock",
        "'{0}' differs each time, so that the trials of '{1}' cannot be repeated. Measure times with Stopwatch, and take dates from the input.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.Clock));

    public static readonly DiagnosticDescriptor NewGuid = new(
        RuleIds.NewGuid,
        "Objectives do not depend on new GUIDs",
        "'Guid.NewGuid()' differs each time, so that the trials of '{0}' cannot be repeated. Derive names from the number of the trial.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NewGuid));

    public static readonly DiagnosticDescriptor TokenUnused = new(
        RuleIds.TokenUnused,
        "Objectives use the token they are given",
        "Objective '{0}' does not use '{1}', so that a time limit or Ctrl-C can only stop it by force. {2}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TokenUnused));
}
