using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks that generated code can call an objective: what it takes, what it returns, and whether it can be seen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ObjectiveSignatureAnalyzer : ObjectiveAnalyzer
{
    private const string MoveOut = "Make it a static method of a class";

    private static readonly SearchedParameters Parameters = new(
        ObjectiveRules.ObjectiveParameters,
        ObjectiveRules.ObjectiveSpace,
        (type, symbols) => type is INamedTypeSymbol named && symbols.IsUsableSpace(named));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        ObjectiveRules.ObjectiveReturn,
        ObjectiveRules.ObjectiveParameters,
        ObjectiveRules.ObjectiveNotStatic,
        ObjectiveRules.ObjectiveGeneric,
        ObjectiveRules.ObjectiveInaccessible,
        ObjectiveRules.ObjectiveSpace);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols)
    {
        base.Register(context, symbols);

        // Local functions and lambdas are no members, so that symbol actions do not see them.
        context.RegisterSyntaxNodeAction(action => AnalyzeLocalFunction(action, symbols), SyntaxKind.LocalFunctionStatement);
        context.RegisterSyntaxNodeAction(action => AnalyzeLambda(action, symbols), SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.SimpleLambdaExpression);
    }

    protected override void Analyze(SymbolAnalysisContext context, IMethodSymbol method, AttributeData attribute, HypermaxSymbols symbols)
    {
        if (method.MethodKind != MethodKind.Ordinary)
        {
            string accessor = (method.AssociatedSymbol ?? method).Name;
            context.ReportDiagnostic(
                Diagnostic.Create(ObjectiveRules.ObjectiveInaccessible, Locations.Of(method), accessor, "it is no ordinary method", MoveOut));
            return;
        }

        MethodDeclarationSyntax? syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) as MethodDeclarationSyntax;
        Location name = Locations.Of(method);
        if (method.ReturnType.TypeKind != TypeKind.Error
            && (method.RefKind != RefKind.None
                || (!ObjectiveReader.IsValidReturn(method.ReturnType, symbols) && ResultReader.TypeOf(method.ReturnType) is null)))
        {
            string returned = method.ReturnsVoid ? "nothing" : $"'{(method.RefKind == RefKind.None ? string.Empty : "ref ")}{TypeNames.Of(method.ReturnType)}'";
            Report(ObjectiveRules.ObjectiveReturn, syntax?.ReturnType.GetLocation() ?? name, returned);
        }

        if (!method.IsStatic)
        {
            Report(ObjectiveRules.ObjectiveNotStatic, name);
        }

        if (GenericReason(method) is { } generic)
        {
            Report(ObjectiveRules.ObjectiveGeneric, name, generic);
        }

        if (InaccessibleReason(method) is var (reason, remedy))
        {
            Report(ObjectiveRules.ObjectiveInaccessible, name, reason, remedy);
        }

        Parameters.Analyze(context, method, symbols);

        void Report(DiagnosticDescriptor rule, Location location, params object[] rest) =>
            context.ReportDiagnostic(Diagnostic.Create(rule, location, [method.Name, .. rest]));
    }

    private static void AnalyzeLocalFunction(SyntaxNodeAnalysisContext context, HypermaxSymbols symbols)
    {
        if (context.Node is LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } function
            && context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken) is IMethodSymbol method
            && symbols.ObjectiveOf(method) is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ObjectiveRules.ObjectiveInaccessible,
                function.Identifier.GetLocation(),
                method.Name,
                "it is a local function and no member of a class",
                MoveOut));
        }
    }

    private static void AnalyzeLambda(SyntaxNodeAnalysisContext context, HypermaxSymbols symbols)
    {
        if (context.Node is LambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda
            && context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol method
            && symbols.ObjectiveOf(method) is { } attribute)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ObjectiveRules.ObjectiveInaccessible,
                Locations.Of(attribute, context.CancellationToken),
                "lambda",
                "a lambda is no member of a class",
                MoveOut));
        }
    }

    private static string? GenericReason(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
        {
            return string.Empty;
        }

        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
            {
                return $" by way of '{TypeNames.Of(type)}'";
            }
        }

        return null;
    }

    private static (string Reason, string Remedy)? InaccessibleReason(IMethodSymbol method)
    {
        if (method.IsAbstract)
        {
            return ("it is abstract", "Give it a body");
        }

        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            string subject = HypermaxSymbols.Is(symbol, method) ? "it" : $"'{symbol.Name}'";
            if (symbol is INamedTypeSymbol { IsFileLocal: true })
            {
                return ($"{subject} is local to its file", "Remove 'file'");
            }

            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return ($"{subject} is {SyntaxFacts.GetText(symbol.DeclaredAccessibility)}", "Make it internal or public");
            }
        }

        return null;
    }
}
