using System.Collections.Immutable;
using Hypermax.Generators.Generation.Studies;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks the figures of every type that has some, whether an objective returns it yet or not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ResultFigureAnalyzer : HypermaxAnalyzer
{
    private static readonly string[] BoundNames = ["AtMost", "AtLeast"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        ResultRules.Directions,
        ResultRules.Type,
        ResultRules.Bounds,
        ResultRules.Names,
        ResultRules.TooMany,
        ResultRules.Unreadable);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols) =>
        context.RegisterSymbolAction(
            action =>
            {
                var type = (INamedTypeSymbol)action.Symbol;
                if (MayHaveFigures(type, action.CancellationToken))
                {
                    Analyze(action, type);
                }
            },
            SymbolKind.NamedType);

    // By syntax, because almost no type has any and symbols cost more.
    private static bool MayHaveFigures(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
        && type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is TypeDeclarationSyntax syntax
            && (syntax.Members.Any(member => member is PropertyDeclarationSyntax { AttributeLists.Count: > 0 })
                || syntax.ParameterList?.Parameters.Any(parameter => parameter.AttributeLists.Count > 0) == true));

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        ResultFigure[] figures = [.. ResultReader.Figures(type).Where(figure => figure.IsDeclared)];
        foreach (ResultFigure figure in figures.Where(figure => HypermaxSymbols.Is(figure.Property.ContainingType, type)))
        {
            AnalyzeFigure(context, figure);
        }

        foreach (ResultFigure[] same in figures.GroupBy(figure => figure.Name, StringComparer.OrdinalIgnoreCase).Select(same => same.ToArray()))
        {
            if (same.Length > 1)
            {
                Report(context, ResultRules.Names, Locations.Of(same[1].Symbol), same[0].Name, same[1].Name, type.Name);
            }
        }

        int goals = figures.Count(figure => figure.IsGoal);
        if (goals > ResultReader.MostGoals)
        {
            Report(context, ResultRules.TooMany, Locations.Of(type), type.Name, goals, ResultReader.MostGoals);
        }
    }

    private static void AnalyzeFigure(SymbolAnalysisContext context, ResultFigure figure)
    {
        AttributeData first = (figure.Minimize ?? figure.Maximize ?? figure.Constraint)!;
        if (figure is { Minimize: not null, Maximize: { } second })
        {
            Report(
                context,
                ResultRules.Directions,
                Locations.Of(second, context.CancellationToken),
                figure.Name,
                "has [Minimize] and [Maximize]",
                "Remove one of them");
        }

        if (figure.Property.Type.TypeKind != TypeKind.Error && !figure.IsNumber)
        {
            string type = TypeNames.WithArticle(figure.Property.Type);
            Report(context, ResultRules.Type, Locations.Of(first, context.CancellationToken), figure.Name, AttributeArguments.NameOf(first), type);
        }

        if (!figure.IsReadable)
        {
            string reason = figure.Property.IsStatic ? "it is static" : figure.Property.IsIndexer ? "it takes arguments"
                : figure.Property.GetMethod is null ? "it has no getter" : "its getter is not visible";
            Report(context, ResultRules.Unreadable, Locations.Of(first, context.CancellationToken), figure.Name, AttributeArguments.NameOf(first), reason);
        }

        if (figure.Constraint is { } constraint)
        {
            AnalyzeBounds(context, figure, AttributeArguments.Of(constraint, context.CancellationToken));
        }
    }

    private static void AnalyzeBounds(SymbolAnalysisContext context, ResultFigure figure, AttributeArguments arguments)
    {
        string? wrong = BoundNames.FirstOrDefault(name => arguments.Has(name) && ResultModelReader.Bound(arguments, name) is null);
        if (wrong is not null)
        {
            Report(context, ResultRules.Bounds, arguments.LocationOf(wrong), figure.Name, $"has {wrong} that is no finite number", "Write a finite number");
            return;
        }

        double? most = ResultModelReader.Bound(arguments, "AtMost");
        double? least = ResultModelReader.Bound(arguments, "AtLeast");
        if (most is null && least is null)
        {
            Report(context, ResultRules.Bounds, arguments.Location, figure.Name, "has no bound", "Write for example [Constraint(AtMost = 20)]");
        }
        else if (least > most)
        {
            string reversed = FormattableString.Invariant($"is at least {least} and at most {most}, which no value is");
            Report(context, ResultRules.Bounds, arguments.LocationOf("AtLeast"), figure.Name, reversed, "Swap the two");
        }
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));
}
