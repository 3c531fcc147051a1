using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for the declarations of objectives.</summary>
internal static class ObjectiveRules
{
    public static readonly DiagnosticDescriptor ObjectiveReturn = new(
        RuleIds.ObjectiveReturn,
        "An objective returns a number",
        "Objective '{0}' returns {1}; an objective returns double, or a type with [Minimize] and [Maximize] figures, or a Task or ValueTask of one of them. "
        + "Change the return type.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ObjectiveReturn));

    public static readonly DiagnosticDescriptor ObjectiveParameters = new(
        RuleIds.ObjectiveParameters,
        "An objective takes a search space, a trial and a token",
        "Objective '{0}' {1}; an objective takes one [SearchSpace] type and, if it likes, a TrialContext and a CancellationToken. {2}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ObjectiveParameters));

    public static readonly DiagnosticDescriptor ObjectiveNotStatic = new(
        RuleIds.ObjectiveNotStatic,
        "An objective is static",
        "Objective '{0}' is not static; the search calls it without an object. Add 'static'.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ObjectiveNotStatic));

    public static readonly DiagnosticDescriptor ObjectiveGeneric = new(
        RuleIds.ObjectiveGeneric,
        "An objective is not generic",
        "Objective '{0}' is generic{1}; the search would not know for which types to call it. Write a method without type parameters that calls it.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ObjectiveGeneric));

    public static readonly DiagnosticDescriptor ObjectiveInaccessible = new(
        RuleIds.ObjectiveInaccessible,
        "Generated code can call an objective",
        "Objective '{0}' cannot be called by generated code, because {1}. {2}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ObjectiveInaccessible));

    public static readonly DiagnosticDescriptor ObjectiveSpace = new(
        RuleIds.ObjectiveSpace,
        "The parameter of an objective is a search space",
        "Objective '{0}' takes '{1}', which is not a search space. {2}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ObjectiveSpace));

    public static readonly DiagnosticDescriptor DuplicateStudy = new(
        RuleIds.DuplicateStudy,
        "Studies have different names",
        "Objectives '{0}' and '{1}' are both the study '{2}'; a study's name is the name of its folder and of its tuned file. "
        + "Give one of them another with [Objective(Name = \"…\")].",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.DuplicateStudy), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor BadSetting = new(
        RuleIds.BadSetting,
        "Settings of an objective are in range",
        "Objective '{0}' has {1} = {2}; {3}. {4}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadSetting));

    public static readonly DiagnosticDescriptor UnknownMethod = new(
        RuleIds.UnknownMethod,
        "The method of search exists",
        "Objective '{0}' asks for the method '{1}', which does not exist; there are {2}. {3}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnknownMethod));

    public static readonly DiagnosticDescriptor BadStudyName = new(
        RuleIds.BadStudyName,
        "The name of a study can be the name of a file",
        "Study '{0}' {1}; its name is also the name of a folder, a file and a C# member. Choose a name of letters, digits, '-', "
        + "'_' and '.' that begins with a letter.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadStudyName));

    public static readonly DiagnosticDescriptor BadFidelity = new(
        RuleIds.BadFidelity,
        "Budgets are in order",
        "Objective '{0}' has {1}; {2}. {3}.",
        RuleCategories.Objectives,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadFidelity));
}
