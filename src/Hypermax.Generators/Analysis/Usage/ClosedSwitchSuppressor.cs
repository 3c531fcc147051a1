using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Usage;

/// <summary>Silences the compiler's CS8509 where a switch expression covers every branch of a closed hierarchy:
/// the compiler cannot know that it is closed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ClosedSwitchSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Complete = new("HMXS0501", "CS8509", "The hierarchy is closed and every branch of it is covered.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Complete);

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (HypermaxSymbols.Find(context.Compilation) is not { } symbols)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken)
                    .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                    .FirstAncestorOrSelf<SwitchExpressionSyntax>() is { } syntax
                && context.GetSemanticModel(tree).GetOperation(syntax, context.CancellationToken) is { } operation
                && BranchCoverage.Missing(operation, symbols) is { Count: 0 })
            {
                context.ReportSuppression(Suppression.Create(Complete, diagnostic));
            }
        }
    }
}
