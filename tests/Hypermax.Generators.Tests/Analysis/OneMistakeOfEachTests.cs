using System.Globalization;
using System.Runtime.CompilerServices;
using Hypermax.Generators.Tests.Harness;
using Hypermax.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Analysis;

/// <summary>A file with one mistake of each kind compiles to exactly the documented diagnostics at the documented places.</summary>
public sealed class OneMistakeOfEachTests
{
    private static readonly TextFile[] TunedFiles =
    [
        new("Tuned1.hypertune.json", "{\n  \"format\": 1,\n  \"parameters\": {\n    \"X\": 7,\n    \"Branches\": \"First\"\n  }\n}\n"),
        new("Tuned2.hypertune.json", "{\n  \"format\": 1,\n  \"parameters\": {\n    \"X\" 0.5\n"),
        new("Tuned3.hypertune.json", "{\n  \"format\": 9,\n  \"parameters\": {}\n}\n"),
        new("old/Tuned1.hypertune.json", "{}\n"),
        new("Tuned5.hypertune.json", "{\n  \"format\": 1,\n  \"parameters\": {\n<<<<<<< HEAD\n    \"X\": 0.5\n"),
        new("Tuned4.hypertune.json", "{ \"format\": 1, \"parameters\": {} }\n"),
    ];

    [Fact]
    public async Task File_OneMistakeOfEach_CompilesToTheDocumentedDiagnostics()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        GeneratorRun generated = GeneratorRun.Of(Compilations.Create(Source(), "OneMistakeOfEach.cs"));

        IReadOnlyList<Diagnostic> found = await Analyzers.Run((CSharpCompilation)generated.Output, TunedFiles);

        string[] ids = [.. found.Select(diagnostic => diagnostic.Id).Distinct()];
        string[] rules = [.. Analyzers.All.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct()];
        // The file is written in today's C#; LanguageVersionTests have the rule for old ones.
        rules = [.. rules.Where(id => id != "HMX0016")];
        Assert.Equal(rules.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        Golden.Verify(
            string.Join(
                "\n",
                found.OrderBy(Path, StringComparer.Ordinal)
                    .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                    .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
                    .Select(Line)));
    }

    private static string Path(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().Path;

    private static string Line(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string place = FormattableString.Invariant($"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})");
        string words = diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? string.Empty;
        return $"{place}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id} «{words}»\n    "
            + $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static string Source([CallerFilePath] string file = "") =>
        File.ReadAllText(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, "Golden", "OneMistakeOfEach.cs"));
}
