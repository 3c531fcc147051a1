using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.CodeFixes.Declarations;

/// <summary>Removes an attribute that contradicts another one or has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeFix)), Shared]
internal sealed class RemoveAttributeFix() : HypermaxCodeFix<AttributeSyntax>(
    RuleIds.TwoLaws, RuleIds.OutsideSpace, RuleIds.LengthOnScalar, RuleIds.NoEffect, RuleIds.TestTwice)
{
    protected override string Title(AttributeSyntax node, Diagnostic diagnostic) => $"Remove [{node.ToString()}]";

    protected override async Task<Document> FixAsync(Document document, AttributeSyntax node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var list = (AttributeListSyntax)node.Parent!;
        if (list.Attributes.Count > 1)
        {
            SeparatedSyntaxList<AttributeSyntax> rest = list.Attributes.Remove(node);
            rest = rest.Replace(rest[0], rest[0].WithLeadingTrivia(list.Attributes[0].GetLeadingTrivia()));
            return document.WithSyntaxRoot(root.ReplaceNode(list, list.WithAttributes(rest)));
        }

        // The comments and the indentation above the attribute belong to what it stands on.
        SyntaxNode target = list.Parent!;
        SyntaxNode bare = target.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(target.GetLeadingTrivia());
        return document.WithSyntaxRoot(root.ReplaceNode(target, bare));
    }
}
