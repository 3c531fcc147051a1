using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Finds objectives of one project that claim the same study.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StudyNameAnalyzer : HypermaxAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObjectiveRules.DuplicateStudy);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols)
    {
        var objectives = new ConcurrentBag<(string Study, IMethodSymbol Method, Location Location)>();
        context.RegisterSymbolAction(
            action =>
            {
                if (action.Symbol is IMethodSymbol { PartialDefinitionPart: null } method && symbols.ObjectiveOf(method) is { } attribute)
                {
                    var arguments = AttributeArguments.Of(attribute, action.CancellationToken);
                    Location location = arguments.Has("Name") ? arguments.LocationOf("Name") : Locations.Of(method);
                    objectives.Add((ObjectiveReader.StudyName(method, attribute), method, location));
                }
            },
            SymbolKind.Method);
        context.RegisterCompilationEndAction(end => Report(end, objectives));
    }

    private static void Report(CompilationAnalysisContext context, IEnumerable<(string Study, IMethodSymbol Method, Location Location)> objectives)
    {
        // File systems may ignore case, and the study is a folder and a file.
        foreach (var group in objectives.GroupBy(objective => objective.Study, StringComparer.OrdinalIgnoreCase))
        {
            var ordered = group
                .OrderBy(objective => objective.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(objective => objective.Location.SourceSpan.Start)
                .ToList();
            foreach ((string study, IMethodSymbol method, Location location) in ordered.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ObjectiveRules.DuplicateStudy, location, [ordered[0].Location], NameOf(ordered[0].Method), NameOf(method), study));
            }
        }
    }

    private static string NameOf(IMethodSymbol method) => $"{method.ContainingType.Name}.{method.Name}";
}
