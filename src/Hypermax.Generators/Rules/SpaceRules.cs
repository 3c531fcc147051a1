using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for types that are search spaces.</summary>
internal static class SpaceRules
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        RuleIds.NotPartial,
        "Search spaces are partial",
        "Search space '{0}' is not partial; the generator adds its description and binder to the type itself. Add 'partial'.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NotPartial));

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        RuleIds.ContainerNotPartial,
        "Types around a search space are partial",
        "'{0}' is not partial but contains the search space '{1}'; the generator has to open every type around a space. Add 'partial' to '{0}'.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ContainerNotPartial));

    public static readonly DiagnosticDescriptor BranchNotSealed = new(
        RuleIds.BranchNotSealed,
        "Branches of a closed hierarchy are sealed",
        "Branch '{0}' of '{1}' is not sealed; a search must know every branch there is. Seal '{0}', or make it abstract and nest sealed branches in it.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BranchNotSealed));

    public static readonly DiagnosticDescriptor NoBranches = new(
        RuleIds.NoBranches,
        "An abstract search space has branches",
        "Search space '{0}' is abstract but has no branch to choose; a closed hierarchy has sealed records nested in it that derive from it. "
        + "Add a branch or remove 'abstract'.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NoBranches));

    public static readonly DiagnosticDescriptor DerivedOutside = new(
        RuleIds.DerivedOutside,
        "Branches stand inside their hierarchy",
        "'{0}' derives from the closed hierarchy '{1}' but stands outside of it, so that no search can choose it and no 'switch' expects it. Nest it in '{1}'.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.DerivedOutside));

    public static readonly DiagnosticDescriptor NotConstructible = new(
        RuleIds.NotConstructible,
        "Search spaces can be created",
        "Search space '{0}' cannot be created: {1}. {2}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NotConstructible));

    public static readonly DiagnosticDescriptor Inaccessible = new(
        RuleIds.Inaccessible,
        "Generated code can see the types of a space",
        "Type '{0}' of '{1}' cannot be seen by generated code: {2}. Make it at least internal and known by name.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.Inaccessible));

    public static readonly DiagnosticDescriptor Recursive = new(
        RuleIds.Recursive,
        "Search spaces are finite",
        "Search space '{0}' contains itself by way of {1}; a space has a fixed number of parameters. Break the circle.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.Recursive));

    public static readonly DiagnosticDescriptor NoParameters = new(
        RuleIds.NoParameters,
        "A search space has parameters",
        "Search space '{0}' has no parameters, so that every trial would be the same. Add positional parameters or settable properties with a law, "
        + "or remove [SearchSpace].",
        RuleCategories.Spaces,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NoParameters));

    public static readonly DiagnosticDescriptor NameClash = new(
        RuleIds.NameClash,
        "Names in a search space differ",
        "'{0}' has the name '{1}' twice: {2}. Rename one of the two.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NameClash));

    public static readonly DiagnosticDescriptor UnsupportedKind = new(
        RuleIds.UnsupportedKind,
        "Search spaces are records, record structs or classes with settable properties",
        "'{0}' is {1}, which cannot be a search space; the generator needs a type whose parameters are properties. Make it a partial record.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnsupportedKind));

    public static readonly DiagnosticDescriptor AmbiguousBranch = new(
        RuleIds.AmbiguousBranch,
        "Branches of a hierarchy have different names",
        "Hierarchy '{0}' has two branches called '{1}'; files and reports tell branches apart by name. Rename one of the two.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.AmbiguousBranch));

    public static readonly DiagnosticDescriptor TwoDefaultBranches = new(
        RuleIds.TwoDefaultBranches,
        "A hierarchy begins with one branch",
        "Branches '{0}' and '{1}' of '{2}' are both marked as the one to begin with; there is one default. Remove IsDefault from one.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TwoDefaultBranches));

    public static readonly DiagnosticDescriptor UnreachableBranch = new(
        RuleIds.UnreachableBranch,
        "Every branch can be chosen",
        "Branch '{0}' of '{1}' can never be chosen: {2}. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnreachableBranch));

    public static readonly DiagnosticDescriptor SharedRedeclared = new(
        RuleIds.SharedRedeclared,
        "What all branches share is declared once",
        "Branch '{0}' declares '{1}' again, which all branches of '{2}' share; one parameter cannot have two laws. "
        + "Leave '{1}' to '{2}', or make it abstract and without attributes there, so that each branch gives it a law.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.SharedRedeclared));

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        RuleIds.LanguageTooOld,
        "Generated code needs C# 9",
        "This project is compiled as C# {0}, and the code generated for '{1}' needs C# 9. Set <LangVersion>9</LangVersion> or a later version in the project "
        + "file or in Directory.Build.props.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanguageTooOld),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
