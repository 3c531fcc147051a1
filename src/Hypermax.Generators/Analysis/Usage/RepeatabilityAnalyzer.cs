using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hypermax.Generators.Analysis.Usage;

/// <summary>Finds what makes two runs of one trial differ: unseeded random numbers, the clock, new GUIDs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RepeatabilityAnalyzer : HypermaxAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(TrialCodeRules.UnseededRandom, TrialCodeRules.Clock, TrialCodeRules.NewGuid);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols) =>
        context.RegisterOperationBlockStartAction(block =>
        {
            if (block.OwningSymbol is IMethodSymbol method && symbols.ObjectiveOf(method) is not null)
            {
                block.RegisterOperationAction(
                    action => Analyze(action, method, symbols), OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.Invocation);
            }
        });

    private static void Analyze(OperationAnalysisContext context, IMethodSymbol method, HypermaxSymbols symbols)
    {
        switch (context.Operation)
        {
            case IObjectCreationOperation { Type: { } type } creation when IsSystem(type, "Random") && IsUnseeded(creation):
                ReportRandom(context, method, symbols);
                break;
            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Shared" } property } when IsSystem(property.ContainingType, "Random"):
                ReportRandom(context, method, symbols);
                break;
            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Now" or "UtcNow" or "Today" } property }
                when IsSystem(property.ContainingType, "DateTime") || IsSystem(property.ContainingType, "DateTimeOffset"):
                Report(context, TrialCodeRules.Clock, context.Operation.Syntax.ToString(), method.Name);
                break;
            case IInvocationOperation { TargetMethod: { IsStatic: true, Name: "NewGuid" or "CreateVersion7" } target } when IsSystem(
                target.ContainingType, "Guid"):
                Report(context, TrialCodeRules.NewGuid, method.Name);
                break;
        }
    }

    // new Random(Environment.TickCount) has a seed in name only.
    private static bool IsUnseeded(IObjectCreationOperation creation) =>
        creation.Arguments.Length == 0
        || creation.Arguments[0].Value.DescendantsAndSelf().Any(operation =>
            operation is IPropertyReferenceOperation { Property: { IsStatic: true, Name: "TickCount" or "TickCount64" } property }
                && IsSystem(property.ContainingType, "Environment"));

    private static void ReportRandom(OperationAnalysisContext context, IMethodSymbol method, HypermaxSymbols symbols)
    {
        string? trial = method.Parameters.FirstOrDefault(parameter => ObjectiveReader.IsTrial(parameter, symbols))?.Name;
        string remedy = trial is null
            ? "Add a parameter 'TrialContext trial' and use 'trial.Random'"
            : $"Use '{trial}.Random', or a Random seeded with '{trial}.Seed'";
        Report(context, TrialCodeRules.UnseededRandom, context.Operation.Syntax.ToString(), method.Name, remedy);
    }

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), arguments));

    private static bool IsSystem(ITypeSymbol type, string name) =>
        type.Name == name && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
