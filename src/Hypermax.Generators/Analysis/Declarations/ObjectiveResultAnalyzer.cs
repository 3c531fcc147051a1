using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks that a type which an objective returns says what is made small or large, and that nothing else does.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ObjectiveResultAnalyzer : ObjectiveAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(ResultRules.NoObjective, ResultRules.Directions);

    protected override void Analyze(SymbolAnalysisContext context, IMethodSymbol method, AttributeData attribute, HypermaxSymbols symbols)
    {
        if (ObjectiveReader.IsValidReturn(method.ReturnType, symbols) || ResultReader.TypeOf(method.ReturnType) is not { } type)
        {
            return;
        }

        if (!ResultReader.Figures(type).Any(figure => figure.IsGoal))
        {
            var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) as MethodDeclarationSyntax;
            string remedy = type.DeclaringSyntaxReferences.Length > 0
                ? $"Put [Minimize] or [Maximize] on a property of '{type.Name}'"
                : "Return double, or a type of your own with [Minimize] or [Maximize] on a property";
            context.ReportDiagnostic(Diagnostic.Create(
                ResultRules.NoObjective, syntax?.ReturnType.GetLocation() ?? Locations.Of(method), method.Name, TypeNames.Of(type), remedy));
            return;
        }

        AttributeArguments arguments = AttributeArguments.Of(attribute, context.CancellationToken);
        if (arguments.Has("Direction"))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ResultRules.Directions,
                arguments.LocationOf("Direction"),
                method.Name,
                $"has a Direction besides those of the figures of '{type.Name}'",
                "Remove it"));
        }
    }
}
