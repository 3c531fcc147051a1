using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Testing;

/// <summary>Finds tests of a study that name a method without <c>[Objective]</c>.</summary>
/// <remarks>Methods of other assemblies are left alone, for their metadata may have no <c>[Objective]</c> (docs/decisions/0104).</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TestStudyAnalyzer : HypermaxAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(TestRules.TestStudy);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols)
    {
        if (TestSymbols.Find(context.Compilation) is { } tests)
        {
            context.RegisterSyntaxNodeAction(action => Analyze(action, symbols, tests), SyntaxKind.Attribute);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, HypermaxSymbols symbols, TestSymbols tests)
    {
        if (context.Node is AttributeSyntax { ArgumentList: { } arguments, Parent.Parent: MethodDeclarationSyntax test } attribute
            && context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is { } type
            && (HypermaxSymbols.Is(tests.Tune, type) || HypermaxSymbols.Is(tests.TunedFact, type)))
        {
            foreach (AttributeArgumentSyntax argument in arguments.Arguments)
            {
                // Of [Tune] the property, of [TunedFact] the parameter: nothing else of it is a name.
                if ((argument.NameEquals?.Name.Identifier.ValueText ?? "Study") == "Study"
                    && NamedBy(argument.Expression) is { } named
                    && context.SemanticModel.GetMemberGroup(named, context.CancellationToken) is { Length: > 0 } methods
                    && methods.All(method => IsPlain(method, context.Compilation, symbols)))
                {
                    context.ReportDiagnostic(
                        Diagnostic.Create(TestRules.TestStudy, named.GetLocation(), test.Identifier.ValueText, methods[0].Name));
                }
            }
        }
    }

    private static ExpressionSyntax? NamedBy(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call
            ? call.ArgumentList.Arguments.FirstOrDefault()?.Expression
            : null;

    private static bool IsPlain(ISymbol symbol, Compilation compilation, HypermaxSymbols symbols) =>
        symbol is IMethodSymbol method && HypermaxSymbols.Is(method.ContainingAssembly, compilation.Assembly) && symbols.ObjectiveOf(method) is null;
}
