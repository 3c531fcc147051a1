using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Usage;

/// <summary>Silences the compiler's CS3016 at the attributes of this package: lists of choices and weights are arrays,
/// and there is no other way to write them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ArrayArgumentSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Ours = new(
        "HMXS3016", "CS3016", "Attributes of Hypermax take lists, and no other language has to read them.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Ours);

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken)
                    .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                    .FirstAncestorOrSelf<AttributeSyntax>() is { } syntax
                && context.GetSemanticModel(tree).GetSymbolInfo(syntax, context.CancellationToken).Symbol?.ContainingType is { ContainingNamespace: { Name: "H"
                    + "ypermax", ContainingNamespace.IsGlobalNamespace: true } } type
                && HypermaxSymbols.IsLaw(type))
            {
                context.ReportSuppression(Suppression.Create(Ours, diagnostic));
            }
        }
    }
}
