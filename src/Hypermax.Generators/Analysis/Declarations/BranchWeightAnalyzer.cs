using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks what <c>[Branch]</c> says of the branches of a hierarchy.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BranchWeightAnalyzer : HypermaxAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        ChoiceRules.BadWeight, SpaceRules.UnreachableBranch, SpaceRules.TwoDefaultBranches, MemberRules.NoEffect);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols) =>
        context.RegisterSymbolAction(action => Analyze(action, (INamedTypeSymbol)action.Symbol, symbols), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        if (Read(type, context.CancellationToken) is { } own && (SpaceReader.HierarchyOf(type, symbols) is not { } root || HypermaxSymbols.Is(root, type)))
        {
            Report(context, MemberRules.NoEffect, own.Location, "Branch", type.Name, "it is no branch of a closed hierarchy", "Remove it");
        }

        if (!type.IsAbstract || SpaceReader.HierarchyOf(type, symbols) is null)
        {
            return;
        }

        var branches = SpaceReader.Branches(type).Select(branch => (Branch: branch, Says: Read(branch, context.CancellationToken))).ToList();
        bool allZero = branches.Count > 0 && branches.All(branch => branch.Says?.Number("Weight") == 0);
        INamedTypeSymbol? first = null;
        foreach ((INamedTypeSymbol branch, AttributeArguments? says) in branches)
        {
            if (says?.Number("Weight") is { } weight)
            {
                AnalyzeWeight(context, type, branch, says, weight, allZero);
            }

            if (says is not null && says.TryGet("IsDefault", out TypedConstant flag) && flag.Plain() is true)
            {
                if (first is null)
                {
                    first = branch;
                }
                else
                {
                    Report(context, SpaceRules.TwoDefaultBranches, says.LocationOf("IsDefault"), first.Name, branch.Name, type.Name);
                }
            }
        }
    }

    private static void AnalyzeWeight(
        SymbolAnalysisContext context, INamedTypeSymbol type, INamedTypeSymbol branch, AttributeArguments says, double weight, bool allZero)
    {
        Location location = says.LocationOf("Weight");
        if (!Numbers.IsFinite(weight) || weight < 0)
        {
            Report(context, ChoiceRules.BadWeight, location, branch.Name, $"the weight {Numbers.Text(weight)}");
        }
        else if (allZero)
        {
            Report(context, ChoiceRules.BadWeight, location, branch.Name, "the weight 0 like all other branches");
        }
        else if (weight == 0)
        {
            Report(
                context, SpaceRules.UnreachableBranch, location, branch.Name, type.Name, "its weight is 0", "Give it a weight above 0, or remove the branch");
        }
    }

    private static AttributeArguments? Read(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.GetAttributes().FirstOrDefault(attribute => HypermaxSymbols.IsHypermax(attribute, "Branch")) is { } attribute
            ? AttributeArguments.Of(attribute, cancellation)
            : null;

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));
}
