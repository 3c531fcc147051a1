using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for the laws of numeric parameters.</summary>
internal static class NumberRules
{
    public static readonly DiagnosticDescriptor BoundsReversed = new(
        RuleIds.BoundsReversed,
        "The lower bound is below the upper bound",
        "'{0}' has the lower bound {1} and the upper bound {2}; the lower one must be below the upper one. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BoundsReversed));

    public static readonly DiagnosticDescriptor NotFinite = new(
        RuleIds.NotFinite,
        "Numbers of a law are finite",
        "'{0}' has {1} as {2}; the numbers of a law must be finite. Give a finite number.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NotFinite));

    public static readonly DiagnosticDescriptor BadStep = new(
        RuleIds.BadStep,
        "A step is above 0 and no longer than the range",
        "'{0}' has the step {1}; {2}. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadStep));

    public static readonly DiagnosticDescriptor StepDoesNotFit = new(
        RuleIds.StepDoesNotFit,
        "A step fits into the range",
        "'{0}' can never be {1}: steps of {2} from {3} end at {4}. Make the upper bound {4}, or choose a step that divides the range.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.StepDoesNotFit));

    public static readonly DiagnosticDescriptor DefaultOutside = new(
        RuleIds.DefaultOutside,
        "A default lies within its bounds",
        "'{0}' has the default {1}, which is outside of {2} to {3}. Give a value from the range.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.DefaultOutside));

    public static readonly DiagnosticDescriptor FractionOnInteger = new(
        RuleIds.FractionOnInteger,
        "Whole numbers have whole bounds and steps",
        "'{0}' is {1} but its {2} is {3}; only whole numbers can be drawn. Round it, or make '{0}' a floating-point number.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.FractionOnInteger));

    public static readonly DiagnosticDescriptor LogFromZero = new(
        RuleIds.LogFromZero,
        "A log scale begins above 0",
        "'{0}' uses a log scale but starts at {1}; a log scale needs a lower bound {2}. Raise the bound or use a linear scale.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LogFromZero));

    public static readonly DiagnosticDescriptor OutsideType = new(
        RuleIds.OutsideType,
        "Bounds fit into the type of the property",
        "'{0}' has the {1} {2}, which is outside of what a search can give to a {3} ({4} to {5}). Narrow the bound or use a larger type.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.OutsideType));

    public static readonly DiagnosticDescriptor BadDeviation = new(
        RuleIds.BadDeviation,
        "A normal law has a deviation above 0",
        "'{0}' has the deviation {1}; a normal law needs one above 0. Give a positive deviation, or [Fixed] for a constant.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadDeviation));

    public static readonly DiagnosticDescriptor DefaultOffGrid = new(
        RuleIds.DefaultOffGrid,
        "A default lies on the grid",
        "'{0}' has the default {1}, which steps of {2} from {3} do not reach. Use {4}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.DefaultOffGrid));

    public static readonly DiagnosticDescriptor BadProbability = new(
        RuleIds.BadProbability,
        "A probability lies between 0 and 1",
        "'{0}' is absent with the probability {1}; a probability is a number from 0 to 1. Correct it.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadProbability));

    public static readonly DiagnosticDescriptor BadCount = new(
        RuleIds.BadCount,
        "[RandInt] counts at least 1 value",
        "'{0}' draws from {1} values; [RandInt(n)] draws from 0 to n − 1 and needs n of at least 1. Give the number of values.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadCount));
}
