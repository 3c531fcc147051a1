using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Usage;

/// <summary>Finds switches over a closed hierarchy that forget a branch.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SwitchAnalyzer : HypermaxAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UsageRules.SwitchMissesBranch);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols) =>
        context.RegisterOperationAction(action => Analyze(action, symbols), OperationKind.Switch, OperationKind.SwitchExpression);

    private static void Analyze(OperationAnalysisContext context, HypermaxSymbols symbols)
    {
        if (BranchCoverage.Missing(context.Operation, symbols) is not { Count: > 0 } missing)
        {
            return;
        }

        Location location = context.Operation.Syntax switch
        {
            SwitchExpressionSyntax expression => expression.SwitchKeyword.GetLocation(),
            SwitchStatementSyntax statement => statement.SwitchKeyword.GetLocation(),
            SyntaxNode other => other.GetLocation(),
        };
        ITypeSymbol type = context.Operation.ChildOperations.First().Type!;
        string names = string.Join(", ", missing.Select(branch => $"'{branch.Name}'"));
        string full = string.Join("|", missing.Select(branch =>
            branch.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + (SpaceReader.Members(branch).Count > 0 ? "*" : string.Empty)));
        context.ReportDiagnostic(Diagnostic.Create(
            UsageRules.SwitchMissesBranch,
            location,
            ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Branches, full),
            TypeNames.Of(type),
            names,
            missing.Count == 1
                ? "an arm for it"
                : "arms for them"));
    }
}
