using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis;

/// <summary>The base of all analyzers: runs concurrently, skips generated code, and costs nothing in projects without Hypermax.</summary>
internal abstract class HypermaxAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (HypermaxSymbols.Find(start.Compilation) is { } symbols)
            {
                Register(start, symbols);
            }
        });
    }

    protected abstract void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols);
}
