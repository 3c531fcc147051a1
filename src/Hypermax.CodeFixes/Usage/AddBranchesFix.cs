using System.Composition;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Hypermax.CodeFixes.Usage;

/// <summary>Adds the branches that a switch misses, each throwing until somebody writes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddBranchesFix)), Shared]
internal sealed class AddBranchesFix() : HypermaxCodeFix<SyntaxNode>(RuleIds.SwitchMissesBranch)
{
    private const string Exception = "NotImplementedException";

    protected override string? Title(SyntaxNode node, Diagnostic diagnostic) =>
        node is SwitchExpressionSyntax or SwitchStatementSyntax && Branches(diagnostic).Length > 0 ? "Add the missing branches" : null;

    protected override async Task<Document> FixAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        bool imported = !model.LookupNamespacesAndTypes(node.SpanStart, name: Exception).IsEmpty;
        ExpressionSyntax unwritten = SyntaxFactory.ParseExpression($"new {(imported ? string.Empty : "System.")}{Exception}()");
        SyntaxNode mended = node is SwitchExpressionSyntax expression
            ? WithArms(expression, Branches(diagnostic), unwritten)
            : WithSections((SwitchStatementSyntax)node, Branches(diagnostic), unwritten);
        return await ReplaceAsync(document, node, mended, cancellation).ConfigureAwait(false);
    }

    private static SwitchExpressionSyntax WithArms(SwitchExpressionSyntax node, string[] branches, ExpressionSyntax unwritten)
    {
        int catchAll = node.Arms.IndexOf(arm => arm.Pattern is DiscardPatternSyntax or VarPatternSyntax);
        int index = catchAll < 0 ? node.Arms.Count : catchAll;
        SyntaxTriviaList leading = node.Arms.Count == 0 ? default : node.Arms[Math.Min(index, node.Arms.Count - 1)].GetLeadingTrivia();
        IEnumerable<SwitchExpressionArmSyntax> arms = branches.Select(branch =>
            SyntaxFactory.SwitchExpressionArm(Pattern(node, branch), SyntaxFactory.ThrowExpression(unwritten))
                .WithLeadingTrivia(leading)
                .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
        return node.WithArms(WithLineBreaks(node.Arms.InsertRange(index, arms), index, branches.Length));
    }

    // A new arm goes on its own line where the others do.
    private static SeparatedSyntaxList<SwitchExpressionArmSyntax> WithLineBreaks(SeparatedSyntaxList<SwitchExpressionArmSyntax> arms, int index, int added)
    {
        bool multiline = arms.Count > added && arms[index == 0 ? added : 0].GetLeadingTrivia().Any(SyntaxKind.WhitespaceTrivia);
        if (!multiline)
        {
            return arms;
        }

        for (int i = Math.Max(0, index - 1); i < Math.Min(index + added, arms.SeparatorCount); i++)
        {
            SyntaxToken comma = arms.GetSeparator(i);
            arms = arms.ReplaceSeparator(comma, comma.WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed));
        }

        return arms;
    }

    private static SwitchStatementSyntax WithSections(SwitchStatementSyntax node, string[] branches, ExpressionSyntax unwritten)
    {
        int other = node.Sections.IndexOf(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax));
        IEnumerable<SwitchSectionSyntax> sections = branches.Select(branch => SyntaxFactory.SwitchSection(
            SyntaxFactory.SingletonList<SwitchLabelSyntax>(
                SyntaxFactory.CasePatternSwitchLabel(Pattern(node, branch), SyntaxFactory.Token(SyntaxKind.ColonToken))),
            SyntaxFactory.SingletonList<StatementSyntax>(SyntaxFactory.ThrowStatement(unwritten)))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
        return node.WithSections(node.Sections.InsertRange(other < 0 ? node.Sections.Count : other, sections));
    }

    private static PatternSyntax Pattern(SyntaxNode node, string branch)
    {
        bool hasParameters = branch.EndsWith("*", StringComparison.Ordinal);
        string name = branch.TrimEnd('*');
        TypeSyntax type = SyntaxFactory.ParseTypeName(name).WithAdditionalAnnotations(Simplifier.Annotation);
        string variable = Variable(name);
        bool free = hasParameters && !Scope(node).DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == variable);
        return free
            ? SyntaxFactory.DeclarationPattern(
                type.WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.SingleVariableDesignation(SyntaxFactory.Identifier(variable)))
            : SyntaxFactory.TypePattern(type);
    }

    private static string Variable(string name)
    {
        string last = name.Substring(name.LastIndexOf('.') + 1);
        string lower = char.ToLowerInvariant(last[0]) + last.Substring(1);
        return SyntaxFacts.GetKeywordKind(lower) == SyntaxKind.None ? lower : lower + "Branch";
    }

    private static SyntaxNode Scope(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;

    private static string[] Branches(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Branches, out string? branches) && branches is { Length: > 0 } ? branches.Split('|') : [];
}
