using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for code that uses values of a search space.</summary>
internal static class UsageRules
{
    public static readonly DiagnosticDescriptor SwitchMissesBranch = new(
        RuleIds.SwitchMissesBranch,
        "A switch over a closed hierarchy covers every branch",
        "The switch over '{0}' does not cover {1}; a search tries every branch. Add {2}.",
        RuleCategories.Spaces,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.SwitchMissesBranch));
}
