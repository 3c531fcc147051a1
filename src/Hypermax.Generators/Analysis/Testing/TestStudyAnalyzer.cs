using System.Collections.Immutable;
using Hypermax.Generators.Generation.Tuned;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Testing;

/// <summary>Finds tests of a study that name a method without <c>[Objective]</c>, or check one without a tuned file.</summary>
/// <remarks>Methods of other assemblies are left alone, for their metadata may have no <c>[Objective]</c> (docs/decisions/0104).</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TestStudyAnalyzer : HypermaxAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(TestRules.TestStudy, TestRules.TestUntuned);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols)
    {
        if (TestSymbols.Find(context.Compilation) is { } tests)
        {
            string[] files = [.. context.Options.AdditionalFiles.Select(text => TunedFileReader.NameOf(text.Path))];
            context.RegisterSyntaxNodeAction(action => Analyze(action, symbols, tests, files), SyntaxKind.Attribute);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, HypermaxSymbols symbols, TestSymbols tests, string[] files)
    {
        if (context.Node is AttributeSyntax { ArgumentList: { } arguments, Parent.Parent: MethodDeclarationSyntax test } attribute
            && context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is { } type
            && tests.IsTest(type))
        {
            foreach (AttributeArgumentSyntax argument in arguments.Arguments)
            {
                // Of [Tune] the property, of the others the parameter: nothing else of them is a name.
                if ((argument.NameEquals?.Name.Identifier.ValueText ?? "Study") == "Study"
                    && NamedBy(argument.Expression) is { } named
                    && context.SemanticModel.GetMemberGroup(named, context.CancellationToken) is { Length: > 0 } methods
                    && methods.All(method => method is IMethodSymbol && HypermaxSymbols.Is(method.ContainingAssembly, context.Compilation.Assembly)))
                {
                    Analyze(context, named.GetLocation(), test.Identifier.ValueText, methods, symbols, tests.IsCheck(type) ? files : null);
                }
            }
        }
    }

    private static void Analyze(
        SyntaxNodeAnalysisContext context,
        Location place,
        string test,
        ImmutableArray<ISymbol> methods,
        HypermaxSymbols symbols,
        string[]? files)
    {
        string[] studies = [.. methods.OfType<IMethodSymbol>()
            .Select(method => symbols.ObjectiveOf(method) is { } objective ? ObjectiveReader.StudyName(method, objective) : null).OfType<string>()];
        if (studies.Length == 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(TestRules.TestStudy, place, test, methods[0].Name));
        }
        else if (files is not null && !studies.Any(study => files.Contains(TunedFileName.Of(study), StringComparer.Ordinal)))
        {
            context.ReportDiagnostic(Diagnostic.Create(TestRules.TestUntuned, place, test, studies[0], TunedFileName.Of(studies[0])));
        }
    }

    private static ExpressionSyntax? NamedBy(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call
            ? call.ArgumentList.Arguments.FirstOrDefault()?.Expression
            : null;
}
