using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.CodeFixes.Declarations;

/// <summary>Swaps bounds that are the wrong way round.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapBoundsFix)), Shared]
internal sealed class SwapBoundsFix() : HypermaxCodeFix<AttributeArgumentListSyntax>(RuleIds.BoundsReversed)
{
    protected override string? Title(AttributeArgumentListSyntax node, Diagnostic diagnostic) =>
        Bounds(node, diagnostic) is { Count: 2 } bounds && bounds[0].Expression.ToString() != bounds[1].Expression.ToString() ? "Swap the bounds" : null;

    protected override Task<Document> FixAsync(Document document, AttributeArgumentListSyntax node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        List<AttributeArgumentSyntax> bounds = Bounds(node, diagnostic);
        AttributeArgumentListSyntax swapped = node.ReplaceNodes(
            bounds.Select(bound => bound.Expression),
            (expression, _) => bounds[expression == bounds[0].Expression ? 1 : 0].Expression.WithTriviaFrom(expression));
        return ReplaceAsync(document, node, swapped, cancellation);
    }

    private static List<AttributeArgumentSyntax> Bounds(AttributeArgumentListSyntax node, Diagnostic diagnostic) =>
        [.. node.Arguments.Where(argument => diagnostic.Location.SourceSpan.Contains(argument.Expression.Span))];
}
