using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for parameters that choose from a list.</summary>
internal static class ChoiceRules
{
    public static readonly DiagnosticDescriptor NoChoices = new(
        RuleIds.NoChoices,
        "A choice lists its values",
        "'{0}' has no values to choose from; a choice needs at least one. List the values.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NoChoices));

    public static readonly DiagnosticDescriptor DuplicateChoice = new(
        RuleIds.DuplicateChoice,
        "The values of a choice differ",
        "'{0}' lists {1} twice; every value stands once, and how likely it is belongs into Weights. Remove one.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.DuplicateChoice));

    public static readonly DiagnosticDescriptor ChoiceOfOtherType = new(
        RuleIds.ChoiceOfOtherType,
        "Choices have the type of the property",
        "'{0}' is {1} but the choice {2} is {3}; a choice is handed over as it is written. {4}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ChoiceOfOtherType));

    public static readonly DiagnosticDescriptor DefaultNotAChoice = new(
        RuleIds.DefaultNotAChoice,
        "A default is one of the choices",
        "'{0}' has the default {1}, which is not one of its choices ({2}). Use one of them or add it.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.DefaultNotAChoice));

    public static readonly DiagnosticDescriptor WeightCount = new(
        RuleIds.WeightCount,
        "Every choice has a weight",
        "'{0}' has {1} for {2}; weights are given one a choice, in the same order. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.WeightCount));

    public static readonly DiagnosticDescriptor BadWeight = new(
        RuleIds.BadWeight,
        "Weights are not negative and not all 0",
        "'{0}' has {1}; a weight says how likely its value is and must be finite and 0 or more, with a sum above 0. Correct the weights.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadWeight));

    public static readonly DiagnosticDescriptor WeightSum = new(
        RuleIds.WeightSum,
        "Weights that read like probabilities sum to 1",
        "The weights of '{0}' are all below 1 and sum to {1}; weights are relative, so that they would be scaled to sum to 1. "
        + "Correct them, or write them as whole numbers.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.WeightSum));
}
