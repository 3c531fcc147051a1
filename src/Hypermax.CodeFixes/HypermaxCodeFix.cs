using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hypermax.CodeFixes;

/// <summary>The base of the code fixes: finds the syntax under the diagnostic and replaces what the fix makes of it.</summary>
/// <typeparam name="TNode">The kind of syntax that the fix changes.</typeparam>
internal abstract class HypermaxCodeFix<TNode>(params string[] ids) : CodeFixProvider
    where TNode : SyntaxNode
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ids);

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>() is { } node
                && Title(node, diagnostic) is { } title)
            {
                CodeAction action = CodeAction.Create(
                    title, cancellation => FixAsync(context.Document, node, diagnostic, cancellation), GetType().Name + title);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>Says what the fix does, or null when there is nothing to offer.</summary>
    protected abstract string? Title(TNode node, Diagnostic diagnostic);

    protected abstract Task<Document> FixAsync(Document document, TNode node, Diagnostic diagnostic, CancellationToken cancellation);

    protected static async Task<Document> ReplaceAsync(Document document, SyntaxNode node, SyntaxNode replacement, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(root.ReplaceNode(node, replacement));
    }
}
