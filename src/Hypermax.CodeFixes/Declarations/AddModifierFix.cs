using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Hypermax.CodeFixes.Declarations;

/// <summary>Adds 'partial' to search spaces and the types around them, 'sealed' to branches, 'static' to objectives.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddModifierFix)), Shared]
internal sealed class AddModifierFix() : HypermaxCodeFix<MemberDeclarationSyntax>(
    RuleIds.NotPartial, RuleIds.ContainerNotPartial, RuleIds.BranchNotSealed, RuleIds.ObjectiveNotStatic)
{
    protected override string Title(MemberDeclarationSyntax node, Diagnostic diagnostic) => $"Add '{Word(diagnostic)}'";

    protected override Task<Document> FixAsync(Document document, MemberDeclarationSyntax node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxGenerator generator = SyntaxGenerator.GetGenerator(document);
        DeclarationModifiers modifiers = generator.GetModifiers(node);
        DeclarationModifiers more = diagnostic.Id switch
        {
            RuleIds.BranchNotSealed => modifiers.WithIsSealed(true),
            RuleIds.ObjectiveNotStatic => modifiers.WithIsStatic(true),
            _ => modifiers.WithPartial(true),
        };
        return ReplaceAsync(document, node, generator.WithModifiers(node, more), cancellation);
    }

    private static string Word(Diagnostic diagnostic) => diagnostic.Id switch
    {
        RuleIds.BranchNotSealed => "sealed",
        RuleIds.ObjectiveNotStatic => "static",
        _ => "partial",
    };
}
