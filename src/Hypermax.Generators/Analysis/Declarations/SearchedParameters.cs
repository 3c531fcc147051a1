using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks that a method takes what a search can give it: one search space and, if it likes, a trial and a token.</summary>
/// <param name="shape">The rule that other parameters break; takes the method, the fault and the remedy.</param>
/// <param name="space">The rule that other types break; takes the method, the type and the remedy.</param>
/// <param name="isSpace">Tells whether values of a type can be drawn.</param>
internal sealed class SearchedParameters(DiagnosticDescriptor shape, DiagnosticDescriptor space, Func<ITypeSymbol, HypermaxSymbols, bool> isSpace)
{
    public void Analyze(SymbolAnalysisContext context, IMethodSymbol method, HypermaxSymbols symbols)
    {
        var roles = new Dictionary<string, IParameterSymbol>(StringComparer.Ordinal);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            string role = ObjectiveReader.IsTrial(parameter, symbols) ? "trial" : ObjectiveReader.IsToken(parameter, symbols) ? "token" : "space";
            if (parameter.RefKind != RefKind.None)
            {
                Report(Locations.Of(parameter), $"takes '{parameter.Name}' by reference", "Take it by value");
            }

            if (roles.TryGetValue(role, out IParameterSymbol? earlier))
            {
                Report(
                    Locations.Of(parameter),
                    $"takes both '{earlier.Name}' and '{parameter.Name}'",
                    role == "space" ? "Put all parameters into one record" : "Remove one");
                continue;
            }

            roles.Add(role, parameter);
            if (role == "space")
            {
                AnalyzeSpace(context, method, parameter, symbols);
            }
        }

        if (!roles.ContainsKey("space"))
        {
            Report(Locations.Of(method), "takes no search space", "Give it the record whose values are to be tuned");
        }

        void Report(Location location, string fault, string remedy) =>
            context.ReportDiagnostic(Diagnostic.Create(shape, location, method.Name, fault, remedy));
    }

    private void AnalyzeSpace(SymbolAnalysisContext context, IMethodSymbol method, IParameterSymbol parameter, HypermaxSymbols symbols)
    {
        if (parameter.Type.TypeKind is TypeKind.Error or TypeKind.TypeParameter || isSpace(parameter.Type, symbols))
        {
            return;
        }

        TypeDeclarationSyntax? own = parameter.Type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } named
            ? Locations.Parts(named, context.CancellationToken).FirstOrDefault().Syntax
            : null;
        string remedy = own is null ? "Put the values into a partial record with [SearchSpace] and take that" : $"Put [SearchSpace] on '{parameter.Type.Name}'";
        SyntaxNode? syntax = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken);
        Location location = (syntax as ParameterSyntax)?.Type?.GetLocation() ?? Locations.Of(parameter);

        // Where the fix writes: not in another project, where there may be no generator.
        Location[] declaration = own is not null && context.Compilation.ContainsSyntaxTree(own.SyntaxTree) ? [own.Identifier.GetLocation()] : [];
        context.ReportDiagnostic(Diagnostic.Create(space, location, declaration, method.Name, TypeNames.Of(parameter.Type), remedy));
    }
}
