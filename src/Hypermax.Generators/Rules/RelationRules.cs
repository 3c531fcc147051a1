using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for relations between parameters.</summary>
internal static class RelationRules
{
    public static readonly DiagnosticDescriptor UnknownRelative = new(
        RuleIds.UnknownRelative,
        "A relation names a parameter of the same space",
        "'{0}' stands in a relation to '{1}', but '{2}' has no such parameter. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnknownRelative));

    public static readonly DiagnosticDescriptor IncomparableRelative = new(
        RuleIds.IncomparableRelative,
        "A relation holds between numbers",
        "'{0}' is {1} and '{2}' is {3}; a relation holds between {4}. Remove the relation or change a type.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.IncomparableRelative));

    public static readonly DiagnosticDescriptor RelationCycle = new(
        RuleIds.RelationCycle,
        "Relations do not run in a circle",
        "'{0}' would have to be below itself: {1}. Remove one of the relations.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.RelationCycle));

    public static readonly DiagnosticDescriptor ImpossibleRelation = new(
        RuleIds.ImpossibleRelation,
        "Some values satisfy every relation",
        "'{0}' must be below '{1}', but it starts at {2} and '{1}' ends at {3}. Change the bounds.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ImpossibleRelation));

    public static readonly DiagnosticDescriptor BadSum = new(
        RuleIds.BadSum,
        "A sum can be reached",
        "The parameters '{0}' must sum to {1}, but {2}. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadSum));

    public static readonly DiagnosticDescriptor BadPredicate = new(
        RuleIds.BadPredicate,
        "IsValid is static and answers with a bool",
        "'{0}.IsValid' {1}; the check of a space is 'static bool IsValid({0} value)'. Change its signature or its name.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadPredicate));

    public static readonly DiagnosticDescriptor DefaultsBreakRelation = new(
        RuleIds.DefaultsBreakRelation,
        "Defaults obey the relations",
        "{0}. Change a default or leave it out: a parameter without one makes room.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.DefaultsBreakRelation));
}
