using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Hypermax.CodeFixes.Declarations;

/// <summary>Makes a private objective internal, so that generated code can call it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeInternalFix)), Shared]
internal sealed class MakeInternalFix() : HypermaxCodeFix<MethodDeclarationSyntax>(RuleIds.ObjectiveInaccessible)
{
    protected override string? Title(MethodDeclarationSyntax node, Diagnostic diagnostic) =>
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("because it is ") ? "Make it internal" : null;

    protected override Task<Document> FixAsync(Document document, MethodDeclarationSyntax node, Diagnostic diagnostic, CancellationToken cancellation) =>
        ReplaceAsync(document, node, SyntaxGenerator.GetGenerator(document).WithAccessibility(node, Accessibility.Internal), cancellation);
}
