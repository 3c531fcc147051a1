using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Hypermax.CodeFixes.Declarations;

/// <summary>Makes the type that an objective or a test takes a search space, in whichever file it is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSearchSpaceFix)), Shared]
internal sealed class AddSearchSpaceFix() : HypermaxCodeFix<TypeSyntax>(RuleIds.ObjectiveSpace, RuleIds.TestSpace)
{
    protected override string? Title(TypeSyntax node, Diagnostic diagnostic) => diagnostic.AdditionalLocations.Count > 0 ? "Add [SearchSpace]" : null;

    protected override async Task<Document> FixAsync(Document document, TypeSyntax node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        Location place = diagnostic.AdditionalLocations[0];
        if (document.Project.Solution.GetDocument(place.SourceTree) is not { } home
            || await home.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || root.FindNode(place.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
        {
            return document;
        }

        SyntaxGenerator generator = SyntaxGenerator.GetGenerator(home);
        SyntaxNode attribute = generator.Attribute(SyntaxFactory.ParseName("global::Hypermax.SearchSpace").WithAdditionalAnnotations(Simplifier.Annotation));
        SyntaxNode space = generator.AddAttributes(generator.WithModifiers(declaration, generator.GetModifiers(declaration).WithPartial(true)), attribute);
        return await ReplaceAsync(home, declaration, space, cancellation).ConfigureAwait(false);
    }
}
