using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.CodeFixes.Declarations;

/// <summary>Writes the value that a diagnostic names in place of the one that it points at: rounded, moved into its range, or spelt right.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceValueFix)), Shared]
internal sealed class ReplaceValueFix() : HypermaxCodeFix<ExpressionSyntax>(
    RuleIds.FractionOnInteger,
    RuleIds.LogFromZero,
    RuleIds.DefaultOutside,
    RuleIds.DefaultOffGrid,
    RuleIds.UnknownMethod,
    RuleIds.UnknownRelative,
    RuleIds.DefaultsBreakRelation,
    RuleIds.TestNumber)
{
    protected override string? Title(ExpressionSyntax node, Diagnostic diagnostic) =>
        Replacement(diagnostic) is { } replacement ? $"Use {replacement}" : null;

    protected override Task<Document> FixAsync(Document document, ExpressionSyntax node, Diagnostic diagnostic, CancellationToken cancellation) =>
        ReplaceAsync(document, node, SyntaxFactory.ParseExpression(Replacement(diagnostic)!).WithTriviaFrom(node), cancellation);

    private static string? Replacement(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Replacement, out string? replacement) ? replacement : null;
}
