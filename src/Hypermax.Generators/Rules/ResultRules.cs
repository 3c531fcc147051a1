using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for the types that objectives return instead of a number.</summary>
internal static class ResultRules
{
    public static readonly DiagnosticDescriptor Directions = new(
        RuleIds.FigureDirections,
        "An objective has one direction",
        "'{0}' {1}; of one figure either small or large values are better. {2}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.FigureDirections));

    public static readonly DiagnosticDescriptor Type = new(
        RuleIds.FigureType,
        "Figures of a result are numbers",
        "'{0}' has [{1}] but is {2}; objectives and constraints are of type double, float, int or long. Give it one of these types, or remove the attribute.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.FigureType));

    public static readonly DiagnosticDescriptor NoObjective = new(
        RuleIds.ResultWithoutObjective,
        "A result has an objective",
        "Objective '{0}' returns '{1}', which does not say what is to be made small or large. {2}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ResultWithoutObjective));

    public static readonly DiagnosticDescriptor Bounds = new(
        RuleIds.ConstraintBounds,
        "A constraint has bounds that can be kept",
        "Constraint '{0}' {1}; a constraint says AtMost, AtLeast, or both in order. {2}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ConstraintBounds));

    public static readonly DiagnosticDescriptor Names = new(
        RuleIds.FigureNames,
        "Figures of a result differ by more than case",
        "'{0}' and '{1}' are both figures of '{2}'; their names are those of columns and files, where case does not count. Rename one of them.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.FigureNames));

    public static readonly DiagnosticDescriptor TooMany = new(
        RuleIds.TooManyObjectives,
        "A result has few objectives",
        "'{0}' has {1} objectives, but at most {2} can be searched: with more, almost no trial is worse than another in all of them. "
        + "Put bounds on some with [Constraint], or combine them into one.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TooManyObjectives));

    public static readonly DiagnosticDescriptor Unreadable = new(
        RuleIds.FigureUnreadable,
        "Generated code can read the figures of a result",
        "'{0}' has [{1}] but cannot be read by generated code, because {2}. Make it a property of each result with a getter that is internal or public.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.FigureUnreadable));
}
