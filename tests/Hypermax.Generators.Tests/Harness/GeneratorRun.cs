using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Hypermax.Generators.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Tests.Harness;

/// <summary>One run of the generator over sources and tuned files.</summary>
public sealed class GeneratorRun
{
    private readonly IReadOnlyList<TextFile> _files;

    private GeneratorRun(GeneratorDriver driver, Compilation input, Compilation output, IReadOnlyList<TextFile> files)
    {
        Driver = driver;
        Input = input;
        Output = output;
        _files = files;
    }

    public GeneratorDriver Driver { get; }

    public Compilation Input { get; }

    public Compilation Output { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results[0];

    /// <summary>Gets the generated files by their hint names.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static GeneratorRun Of(string source, params (string Path, string Text)[] tunedFiles) =>
        Of(Compilations.Create(source, "/project/Source.cs"), tunedFiles);

    public static GeneratorRun Of(Compilation compilation, params (string Path, string Text)[] tunedFiles) =>
        Of(new HypermaxGenerator(), compilation, tunedFiles);

    public static GeneratorRun Of(HypermaxGenerator generator, Compilation compilation, params (string Path, string Text)[] tunedFiles)
    {
        TextFile[] files = [.. tunedFiles.Select(file => new TextFile(file.Path, file.Text))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            files,
            (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
            new ProjectOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return Run(driver, compilation, files);
    }

    /// <summary>Runs the same generator again on another compilation.</summary>
    public GeneratorRun Again(Compilation compilation) => Run(Driver, compilation, _files);

    /// <summary>Runs the same generator again with one tuned file exchanged.</summary>
    public GeneratorRun AgainWith(string path, string text)
    {
        TextFile changed = new(path, text);
        GeneratorDriver driver = Driver.ReplaceAdditionalText(_files.Single(file => file.Path == path), changed);
        return Run(driver, Input, [.. _files.Where(file => file.Path != path), changed]);
    }

    /// <summary>Gets the output with its warnings on: generated files turn them off for what they repeat, and would hide faults of their own.</summary>
    public CSharpCompilation Bare()
    {
        Compilation bare = Output;
        foreach (SyntaxTree tree in Output.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))
        {
            string text = tree.GetText().ToString();
            Assert.Contains(SourceFile.NoWarnings + "\n", text);
            bare = bare.ReplaceSyntaxTree(
                tree,
                CSharpSyntaxTree.ParseText(
                    text.Replace(SourceFile.NoWarnings + "\n", "\n", StringComparison.Ordinal), (CSharpParseOptions)tree.Options, tree.FilePath));
        }

        return (CSharpCompilation)bare;
    }

    /// <summary>Gets the errors and warnings of the output, as the compiler with the SDK's default settings would show them.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. Bare().GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];

    /// <summary>Gets what the compiler and all analyzers say in the user's own files,
    /// and in generated ones as users see them and with their warnings on.</summary>
    public async Task<(IReadOnlyList<Diagnostic> Own, IReadOnlyList<Diagnostic> Generated, IReadOnlyList<Diagnostic> Bare)> Look()
    {
        IReadOnlyList<Diagnostic> all = await Analyzers.Run((CSharpCompilation)Output);
        return (
            [.. all.Where(diagnostic => !IsGenerated(diagnostic))],
            [.. all.Where(IsGenerated)],
            [.. Bare().GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && IsGenerated(diagnostic))]);
    }

    /// <summary>Gets the space of a type from the compiled output.</summary>
    public static SearchSpace Space(Assembly assembly, string type) =>
        (SearchSpace)assembly.GetType(type, throwOnError: true)!.GetProperty(
            "SearchSpace", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)!.GetValue(null)!;

    private static bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    /// <summary>Compiles the output and loads it.</summary>
    public Assembly Load()
    {
        using MemoryStream stream = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Output.Emit(stream);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        return new AssemblyLoadContext("sample", isCollectible: true).LoadFromStream(stream);
    }

    /// <summary>Gets the reasons of a step's outputs.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)]
            : [];

    /// <summary>Gets the reasons of everything that was written.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() =>
        [.. Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static GeneratorRun Run(GeneratorDriver driver, Compilation compilation, IReadOnlyList<TextFile> files)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        Assert.Null(driver.GetRunResult().Results[0].Exception);
        return new GeneratorRun(driver, compilation, output, files);
    }

    private sealed class ProjectOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.ProjectDir" ? "/project/" : null;
                return value is not null;
            }
        }
    }
}
