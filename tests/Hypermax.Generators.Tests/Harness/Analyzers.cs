using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Hypermax.Generators.Tests.Harness;

/// <summary>Runs every analyzer of the package over a source and compares with its marks; anything unmarked fails.</summary>
public static class Analyzers
{
    /// <summary>Gets all analyzers of the package, found as the compiler finds them.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        .. typeof(Rules.RuleIds).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    public static async Task Verify(string marked, params AdditionalText[] files)
    {
        MarkedSource source = MarkedSource.Parse(marked);
        CSharpCompilation compilation = Compilations.Create(source.Text);

        IReadOnlyList<Diagnostic> found = await Run(compilation, files);

        string[] expected = [.. source.Marks.Select(mark => Line(mark.Id, mark.Span, source.Text)).Order(StringComparer.Ordinal)];
        string[] actual =
        [
            .. found.Where(IsInSource).Select(diagnostic => Line(diagnostic.Id, diagnostic.Location.SourceSpan, source.Text)).Order(StringComparer.Ordinal),
        ];
        Assert.True(
            expected.SequenceEqual(actual),
            $"Expected:\n  {string.Join("\n  ", expected)}\nFound:\n  {string.Join("\n  ", found)}");
    }

    /// <summary>Gets what the compiler and all analyzers say, warnings and errors, in the order of the source.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Run(CSharpCompilation compilation, params AdditionalText[] files)
    {
        var thrown = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. files]), (exception, _, _) => thrown.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        // All of them together, because suppressors work on what the compiler says.
        ImmutableArray<Diagnostic> reported = await compilation.WithAnalyzers(All, options).GetAllDiagnosticsAsync();
        if (thrown.Count > 0)
        {
            throw new AggregateException("An analyzer threw.", thrown);
        }

        return
        [
            .. reported
                .Where(diagnostic => diagnostic is { IsSuppressed: false, Severity: >= DiagnosticSeverity.Warning })
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    private static bool IsInSource(Diagnostic diagnostic) => diagnostic.Location.IsInSource || diagnostic.Location == Location.None;

    private static string Line(string id, TextSpan span, string text) =>
        $"{id} at {span.Start}: «{(span.End <= text.Length ? text.Substring(span.Start, span.Length) : "?")}»";
}
