using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for parameters, their types and their attributes.</summary>
internal static class MemberRules
{
    public static readonly DiagnosticDescriptor WrongType = new(
        RuleIds.WrongType,
        "A law fits the type of its property",
        "'{0}' is {1}, but [{2}] draws {3}. {4}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.WrongType));

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        RuleIds.UnsupportedType,
        "Parameters have types that a search can draw",
        "'{0}' is {1}, which cannot be a parameter{2}. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnsupportedType));

    public static readonly DiagnosticDescriptor MissingLaw = new(
        RuleIds.MissingLaw,
        "A parameter says which values it may have",
        "'{0}' is {1} but does not say which values to draw. Add {2}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.MissingLaw));

    public static readonly DiagnosticDescriptor TwoLaws = new(
        RuleIds.TwoLaws,
        "A parameter has one law",
        "'{0}' has both [{1}] and [{2}]; a parameter follows one law. Remove one.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.TwoLaws));

    public static readonly DiagnosticDescriptor OutsideSpace = new(
        RuleIds.OutsideSpace,
        "Parameter attributes stand inside search spaces",
        "[{0}] on '{1}' has no effect, because '{2}' is not a search space. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.OutsideSpace));

    public static readonly DiagnosticDescriptor MissingLength = new(
        RuleIds.MissingLength,
        "A list says how long it may be",
        "'{0}' is a list but does not say how long it may be. Add [Length(min, max)].",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.MissingLength));

    public static readonly DiagnosticDescriptor LengthOnScalar = new(
        RuleIds.LengthOnScalar,
        "Only lists have a length",
        "'{0}' is {1}, not a list, so that [Length] means nothing. Remove [Length], or make '{0}' an array or a list.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LengthOnScalar));

    public static readonly DiagnosticDescriptor BadLength = new(
        RuleIds.BadLength,
        "Lengths are in order and not negative",
        "'{0}' has the lengths {1} to {2}; {3}. Correct them.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadLength));

    public static readonly DiagnosticDescriptor NotSettable = new(
        RuleIds.NotSettable,
        "Parameters can be set and read",
        "'{0}' has [{1}] but cannot be {2}; a search gives a parameter its value through its constructor or an 'init' accessor and reads it back with 'get'. "
        + "{3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NotSettable));

    public static readonly DiagnosticDescriptor BadConverter = new(
        RuleIds.BadConverter,
        "A converter fits its property",
        "'{0}' names the converter '{1}', {2}. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadConverter));

    public static readonly DiagnosticDescriptor BadFormerName = new(
        RuleIds.BadFormerName,
        "A former name is nobody else's name",
        "'{0}' says that it was called '{1}', but {2}. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadFormerName));

    public static readonly DiagnosticDescriptor BadUnit = new(
        RuleIds.BadUnit,
        "A time span counts a known unit",
        "'{0}' has the unit '{1}', which is no unit of time; there are us, ms, s, min, h and d. Use one of them.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadUnit));

    public static readonly DiagnosticDescriptor BadName = new(
        RuleIds.BadName,
        "A name in files is possible and nobody else's",
        "'{0}' is called '{1}' in files, {2}. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadName));

    public static readonly DiagnosticDescriptor NoEffect = new(
        RuleIds.NoEffect,
        "Attributes of a parameter fit it",
        "[{0}] on '{1}' has no effect, because {2}. {3}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NoEffect));

    public static readonly DiagnosticDescriptor BadFixedValue = new(
        RuleIds.BadFixedValue,
        "A constant has the type of its property",
        "'{0}' is {1} but fixed at {2}, which is {3}. {4}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BadFixedValue));

    public static readonly DiagnosticDescriptor UnknownLaw = new(
        RuleIds.UnknownLaw,
        "The law of a parameter is one that the generator knows",
        "'{0}' has [{1}], which derives from ParameterAttribute but is no law that the generator knows; it reads the attributes of the package only. "
        + "Use one of those, such as [Uniform(low, high)] or [Choice(…)].",
        RuleCategories.Spaces,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnknownLaw));
}
