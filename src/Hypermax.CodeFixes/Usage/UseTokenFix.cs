using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Hypermax.CodeFixes.Usage;

/// <summary>Passes an unused token to the calls that take one, or else looks at it in the loops of the objective, or else at its start.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseTokenFix)), Shared]
internal sealed class UseTokenFix() : HypermaxCodeFix<ParameterSyntax>(RuleIds.TokenUnused)
{
    protected override string? Title(ParameterSyntax node, Diagnostic diagnostic) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is null ? null : $"Use '{node.Identifier.ValueText}'";

    protected override async Task<Document> FixAsync(Document document, ParameterSyntax node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        MethodDeclarationSyntax method = node.FirstAncestorOrSelf<MethodDeclarationSyntax>()!;
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        SemanticModel model = editor.SemanticModel;
        string token = node.Identifier.Text;

        List<(InvocationExpressionSyntax Call, string? Name)> calls =
        [
            .. method.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Select(call => (call, TokenParameter(call, model, cancellation)))
                .Where(found => found.Item2 is not null),
        ];
        foreach ((InvocationExpressionSyntax call, string? name) in calls)
        {
            // Calls may stand in one another's arguments, so that the edit is made on the current form.
            editor.ReplaceNode(call, (current, _) => WithToken((InvocationExpressionSyntax)current, token, name!));
        }

        if (calls.Count == 0)
        {
            AddChecks(editor, method, token);
        }

        return editor.GetChangedDocument();
    }

    private static InvocationExpressionSyntax WithToken(InvocationExpressionSyntax call, string token, string name)
    {
        ArgumentSyntax argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(token));
        if (name.Length > 0)
        {
            argument = argument.WithNameColon(SyntaxFactory.NameColon(name));
        }

        return call.WithArgumentList(call.ArgumentList.AddArguments(argument)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    // The name of an optional token that the call leaves out; empty when an overload takes one more argument, the token; else null.
    private static string? TokenParameter(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol called)
        {
            return null;
        }

        if (called.Parameters.FirstOrDefault(parameter => parameter.IsOptional && IsToken(parameter.Type)) is { } optional)
        {
            return optional.Name;
        }

        int count = called.Parameters.Length;
        bool overloaded = called.ContainingType.GetMembers(called.Name).OfType<IMethodSymbol>().Any(other =>
            other.Parameters.Length == count + 1
            && other.IsStatic == called.IsStatic
            && other.Arity == called.Arity
            && IsToken(other.Parameters[count].Type)
            && other.Parameters.Take(count)
                .Zip(called.OriginalDefinition.Parameters, (left, right) => SymbolEqualityComparer.Default.Equals(left.Type, right.Type))
                .All(same => same));
        return overloaded && call.ArgumentList.Arguments.Count == count ? string.Empty : null;
    }

    private static void AddChecks(DocumentEditor editor, MethodDeclarationSyntax method, string token)
    {
        StatementSyntax check = SyntaxFactory.ParseStatement($"{token}.ThrowIfCancellationRequested();")
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        List<BlockSyntax> loops =
        [
            .. method.DescendantNodes(inside => inside is not (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax))
                .Select(Body)
                .OfType<BlockSyntax>(),
        ];
        if (loops.Count == 0 && method.Body is { } whole)
        {
            loops.Add(whole);
        }

        foreach (BlockSyntax loop in loops)
        {
            editor.ReplaceNode(loop, (current, _) => ((BlockSyntax)current).WithStatements(((BlockSyntax)current).Statements.Insert(0, check)));
        }

        if (loops.Count == 0 && method.ExpressionBody is { } expression)
        {
            BlockSyntax block = SyntaxFactory.Block(check, SyntaxFactory.ReturnStatement(expression.Expression)).WithAdditionalAnnotations(
                Formatter.Annotation);
            editor.ReplaceNode(method, method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block));
        }
    }

    private static StatementSyntax? Body(SyntaxNode node) => node switch
    {
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        _ => null,
    };

    private static bool IsToken(ITypeSymbol type) =>
        type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };
}
