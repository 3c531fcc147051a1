using System.Collections.Immutable;
using Hypermax.Generators.Analysis.Declarations;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Testing;

/// <summary>Checks that a search or a check can call the method it stands on, as the test would find out when it runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TestSignatureAnalyzer : HypermaxAnalyzer
{
    private static readonly SearchedParameters Parameters = new(TestRules.TestParameters, TestRules.TestSpace, MayBeSpace);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        TestRules.TestReturn,
        TestRules.TestParameters,
        TestRules.TestGeneric,
        TestRules.TestSpace,
        TestRules.TestResult);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols)
    {
        if (TestSymbols.Find(context.Compilation) is { } tests)
        {
            context.RegisterSymbolAction(
                action =>
                {
                    // A partial method has two symbols and is one test.
                    if (action.Symbol is IMethodSymbol { PartialDefinitionPart: null, MethodKind: MethodKind.Ordinary } method)
                    {
                        Analyze(action, method, symbols, tests);
                    }
                },
                SymbolKind.Method);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, IMethodSymbol method, HypermaxSymbols symbols, TestSymbols tests)
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (!tests.IsTest(attribute.AttributeClass))
            {
                continue;
            }

            if (method.IsGenericMethod)
            {
                context.ReportDiagnostic(Diagnostic.Create(TestRules.TestGeneric, Locations.Of(method), method.Name));
            }

            if (HypermaxSymbols.Is(tests.TunedFact, attribute.AttributeClass))
            {
                AnalyzeResult(context, method, tests.Verdict, "[TunedFact]", "check");
            }
            else if (HypermaxSymbols.Is(tests.Challenge, attribute.AttributeClass))
            {
                AnalyzeResult(context, method, tests.ChallengeVerdict, "[Challenge]", "challenge");
            }
            else if (AttributeArguments.Of(attribute, context.CancellationToken).Text("Study") is not null)
            {
                AnalyzeResult(context, method, tests.SearchResult, "[Tune(Study = …)]", "search");
            }
            else
            {
                AnalyzeReturn(context, method, symbols);
                Parameters.Analyze(context, method, symbols);
            }
        }
    }

    private static void AnalyzeReturn(SymbolAnalysisContext context, IMethodSymbol method, HypermaxSymbols symbols)
    {
        if (method.ReturnType.TypeKind == TypeKind.Error || (method.RefKind == RefKind.None && ObjectiveReader.IsValidReturn(method.ReturnType, symbols)))
        {
            return;
        }

        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) as MethodDeclarationSyntax;
        string returned = method.ReturnsVoid ? "nothing" : $"'{(method.RefKind == RefKind.None ? string.Empty : "ref ")}{TypeNames.Of(method.ReturnType)}'";
        context.ReportDiagnostic(
            Diagnostic.Create(TestRules.TestReturn, syntax?.ReturnType.GetLocation() ?? Locations.Of(method), method.Name, returned));
    }

    // Such a method is not what is evaluated: it looks at what came of it.
    private static void AnalyzeResult(SymbolAnalysisContext context, IMethodSymbol method, INamedTypeSymbol? result, string attribute, string what)
    {
        if (result is null
            || method.Parameters.Length == 0
            || (method.Parameters.Length == 1 && method.Parameters[0] is { RefKind: RefKind.None } only && Takes(only.Type, result, context.Compilation)))
        {
            return;
        }

        string taken = string.Join(", ", method.Parameters.Select(parameter => TypeNames.Of(parameter.Type)));
        context.ReportDiagnostic(Diagnostic.Create(TestRules.TestResult, Locations.Of(method), method.Name, taken, attribute, what, result.Name));
    }

    private static bool Takes(ITypeSymbol type, INamedTypeSymbol result, Compilation compilation) =>
        type.TypeKind is TypeKind.Error or TypeKind.TypeParameter or TypeKind.Dynamic || compilation.HasImplicitConversion(result, type);

    // A test finds the space by reflection, internal or not, and metadata may keep quiet about it: only what cannot be one is told off.
    private static bool MayBeSpace(ITypeSymbol type, HypermaxSymbols symbols) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } named
        && (symbols.HasSearchSpace(named.OriginalDefinition)
            || named.GetMembers("SearchSpace").Any(member => member is IPropertySymbol { IsStatic: true })
            || (named.DeclaringSyntaxReferences.Length == 0 && !IsOfFramework(named)));

    private static bool IsOfFramework(INamedTypeSymbol type) =>
        type.ContainingAssembly?.Name is "mscorlib" or "netstandard" or "System"
        || type.ContainingAssembly?.Name.StartsWith("System.", StringComparison.Ordinal) == true;
}
