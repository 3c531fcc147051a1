using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hypermax.Generators.Analysis.Usage;

/// <summary>Finds objectives that take a token and never look at it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CancellationAnalyzer : HypermaxAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(TrialCodeRules.TokenUnused);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols) =>
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is IMethodSymbol method
                && symbols.ObjectiveOf(method) is not null
                && method.Parameters.FirstOrDefault(parameter => ObjectiveReader.IsToken(parameter, symbols)) is { } token
                && !block.OperationBlocks.Any(operation => Uses(operation, token)))
            {
                bool loops = block.OperationBlocks.Any(operation => operation.Descendants().OfType<ILoopOperation>().Any());
                string remedy = loops
                    ? $"Call '{token.Name}.ThrowIfCancellationRequested()' in its loop, or pass the token on"
                    : "Pass it to the calls that take a token, or remove the parameter";
                block.ReportDiagnostic(Diagnostic.Create(TrialCodeRules.TokenUnused, Locations.Of(token), method.Name, token.Name, remedy));
            }
        });

    private static bool Uses(IOperation block, IParameterSymbol token) =>
        block.Descendants().Any(operation => operation is IParameterReferenceOperation reference && HypermaxSymbols.Is(reference.Parameter, token));
}
