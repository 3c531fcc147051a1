using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.CodeFixes.Declarations;

/// <summary>Removes a choice that is listed twice.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveChoiceFix)), Shared]
internal sealed class RemoveChoiceFix() : HypermaxCodeFix<ExpressionSyntax>(RuleIds.DuplicateChoice)
{
    protected override string? Title(ExpressionSyntax node, Diagnostic diagnostic) =>
        node.Parent is AttributeArgumentSyntax or InitializerExpressionSyntax ? $"Remove the second {node.ToString()}" : null;

    protected override async Task<Document> FixAsync(Document document, ExpressionSyntax node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SyntaxNode removed = node.Parent is InitializerExpressionSyntax ? node : node.Parent!;
        return document.WithSyntaxRoot(root.RemoveNode(removed, SyntaxRemoveOptions.KeepUnbalancedDirectives)!);
    }
}
