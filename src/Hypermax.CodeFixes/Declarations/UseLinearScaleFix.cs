using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.CodeFixes.Declarations;

/// <summary>Makes a log scale that cannot begin where it should a linear one: [LogUniform] becomes [Uniform].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseLinearScaleFix)), Shared]
internal sealed class UseLinearScaleFix() : HypermaxCodeFix<AttributeSyntax>(RuleIds.LogFromZero)
{
    protected override string? Title(AttributeSyntax node, Diagnostic diagnostic) =>
        Linear(node) is { } name ? $"Use a linear scale: [{name}]" : null;

    protected override Task<Document> FixAsync(Document document, AttributeSyntax node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SimpleNameSyntax name = Simple(node);
        return ReplaceAsync(document, name, SyntaxFactory.IdentifierName(Linear(node)!).WithTriviaFrom(name), cancellation);
    }

    private static string? Linear(AttributeSyntax node) => Simple(node).Identifier.ValueText switch
    {
        "LogUniform" => "Uniform",
        "QLogUniform" => "QUniform",
        _ => null,
    };

    private static SimpleNameSyntax Simple(AttributeSyntax node) => node.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax aliased => aliased.Name,
        NameSyntax simple => (SimpleNameSyntax)simple,
    };
}
