using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Hypermax.Generators.Tests.Harness;

/// <summary>Applies a code fix the way an editor does: finds the diagnostic, takes the fix with the title, cleans up, compares the text.</summary>
public static class CodeFixes
{
    /// <summary>Gets all code fixes of the package.</summary>
    public static IReadOnlyList<CodeFixProvider> All { get; } =
    [
        .. Assembly.Load("Hypermax.CodeFixes").GetTypes()
            .Where(type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    /// <summary>Verifies that the fix called <paramref name="title"/> for the first diagnostic <paramref name="id"/> leads from one text to the
    /// other.</summary>
    public static async Task Verify(string id, string title, string before, string after)
    {
        (Document document, Diagnostic diagnostic, List<CodeAction> actions) = await Offered(id, before);
        CodeAction? action = actions.FirstOrDefault(candidate => candidate.Title == title);
        Assert.True(action is not null, $"No fix '{title}' for {diagnostic}; offered: {string.Join(", ", actions.Select(offered => $"'{offered.Title}'"))}");

        Assert.Equal(after.ReplaceLineEndings("\n"), await Apply(document, action));
    }

    /// <summary>Gets the titles of the fixes on offer for the first diagnostic of an id.</summary>
    public static async Task<string[]> Titles(string id, string source) => [.. (await Offered(id, source)).Actions.Select(action => action.Title)];

    private static async Task<(Document Document, Diagnostic Diagnostic, List<CodeAction> Actions)> Offered(string id, string source)
    {
        Document document = CreateDocument(source);
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(Analyzers.All).GetAnalyzerDiagnosticsAsync();
        Diagnostic? diagnostic = found.Where(candidate => candidate.Id == id).OrderBy(candidate => candidate.Location.SourceSpan.Start).FirstOrDefault();
        Assert.True(diagnostic is not null, $"No {id}; found: {string.Join(", ", found)}");

        var actions = new List<CodeAction>();
        foreach (CodeFixProvider fix in All.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return (document, diagnostic, actions);
    }

    private static async Task<string> Apply(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Document simplified = await Simplifier.ReduceAsync(changed.GetDocument(document.Id)!, Simplifier.Annotation);
        Document formatted = await Formatter.FormatAsync(simplified, Formatter.Annotation);
        return (await formatted.GetTextAsync()).ToString().ReplaceLineEndings("\n");
    }

    private static Document CreateDocument(string source)
    {
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject("Sample", LanguageNames.CSharp)
            .WithParseOptions(Compilations.ParseOptions)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithMetadataReferences(Compilations.References);
        project = project.AddDocument("Usings.cs", Compilations.ImplicitUsings).Project;
        return project.AddDocument("Source.cs", source.ReplaceLineEndings("\n"));
    }
}
