using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Hypermax.CodeFixes.Declarations;

/// <summary>Gives a property that only has 'get' an 'init' accessor, so that a search can set it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddInitFix)), Shared]
internal sealed class AddInitFix() : HypermaxCodeFix<PropertyDeclarationSyntax>(RuleIds.NotSettable)
{
    protected override string? Title(PropertyDeclarationSyntax node, Diagnostic diagnostic) =>
        !node.Modifiers.Any(SyntaxKind.StaticKeyword)
            && node.AccessorList is { Accessors.Count: 1 } list
            && list.Accessors[0] is { Body: null, ExpressionBody: null }
            ? "Add 'init'"
            : null;

    protected override Task<Document> FixAsync(Document document, PropertyDeclarationSyntax node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        AccessorDeclarationSyntax init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(SyntaxFactory.Space);
        AccessorListSyntax accessors = node.AccessorList!.AddAccessors(init).WithAdditionalAnnotations(Formatter.Annotation);
        return ReplaceAsync(document, node.AccessorList!, accessors, cancellation);
    }
}
