using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Hypermax.CodeFixes.Usage;

/// <summary>Draws from the trial's own random source instead of an unseeded one, and takes the trial as a parameter where it is missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseTrialRandomFix)), Shared]
internal sealed class UseTrialRandomFix() : HypermaxCodeFix<ExpressionSyntax>(RuleIds.UnseededRandom)
{
    protected override string? Title(ExpressionSyntax node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
        {
            return null;
        }

        string source = Replacement(node, TrialOf(method)?.Identifier.ValueText ?? NameFor(method));
        return TrialOf(method) is null ? $"Add a TrialContext parameter and use '{source}'" : $"Use '{source}'";
    }

    protected override Task<Document> FixAsync(Document document, ExpressionSyntax node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        MethodDeclarationSyntax method = node.FirstAncestorOrSelf<MethodDeclarationSyntax>()!;
        string trial = TrialOf(method)?.Identifier.ValueText ?? NameFor(method);
        ExpressionSyntax seeded = SyntaxFactory.ParseExpression(Replacement(node, trial)).WithTriviaFrom(node);
        MethodDeclarationSyntax changed = method.ReplaceNode(node, seeded);
        if (TrialOf(method) is null)
        {
            ParameterSyntax parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(trial))
                .WithType(
                    SyntaxFactory.ParseTypeName("global::Hypermax.TrialContext")
                        .WithAdditionalAnnotations(Simplifier.Annotation)
                        .WithTrailingTrivia(SyntaxFactory.Space))
                .WithLeadingTrivia(SyntaxFactory.Space);
            int index = Math.Min(1, method.ParameterList.Parameters.Count);
            changed = changed.WithParameterList(changed.ParameterList.WithParameters(changed.ParameterList.Parameters.Insert(index, parameter)));
        }

        return ReplaceAsync(document, method, changed, cancellation);
    }

    // Code in lambdas and local functions may run in parallel, where one random source must not be shared.
    private static string Replacement(ExpressionSyntax node, string trial) =>
        node.Ancestors()
            .TakeWhile(ancestor => ancestor is not MethodDeclarationSyntax)
            .Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            ? $"new Random({trial}.Seed)"
            : $"{trial}.Random";

    private static ParameterSyntax? TrialOf(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Type?.ToString().EndsWith("TrialContext", StringComparison.Ordinal) == true);

    private static string NameFor(MethodDeclarationSyntax method) =>
        method.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "trial") ? "trialContext" : "trial";
}
