using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Harness;

/// <summary>Compilations as the SDK would make them: implicit usings, nullable, references to the framework and to Hypermax.</summary>
public static class Compilations
{
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // With the symbol that the targets of the packages define, so that referenced assemblies have their attributes.
    public static readonly CSharpParseOptions ParseOptions = new CSharpParseOptions(LanguageVersion.Latest).WithPreprocessorSymbols("HYPERMAX_SHARED");

    // What a project of tests sees of Hypermax; the runtime and the rest stay out.
    private static readonly string[] Own = ["Hypermax.Attributes.dll", "Hypermax.Testing.dll", "Hypermax.Xunit.dll", "xunit.core.dll"];

    /// <summary>Gets the framework, our own attributes and what makes methods tests; the other assemblies of the test run stay out.</summary>
    public static ImmutableArray<MetadataReference> References { get; } = LoadReferences();

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "Usings.cs");

    // Compilations made from one share its bound references, which are most of the cost.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Sample",
        [Usings],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static CSharpCompilation Create(string source, string path = "Source.cs") =>
        Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, ParseOptions, path));

    /// <summary>Makes a compilation in the newest version of C# that this compiler knows.</summary>
    public static CSharpCompilation Newest(string source)
    {
        CSharpParseOptions options = ParseOptions.WithLanguageVersion(LanguageVersion.Preview);
        return Empty.RemoveAllSyntaxTrees().AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(ImplicitUsings, options, "Usings.cs"), CSharpSyntaxTree.ParseText(source, options, "/project/Source.cs"));
    }

    /// <summary>Makes a compilation as a project with documentation and a version of C# of its own would;
    /// without implicit usings, which came with C# 10.</summary>
    public static CSharpCompilation Create(string source, LanguageVersion language)
    {
        CSharpParseOptions options = new(language, DocumentationMode.Diagnose);
        return Empty.RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, options, "/project/Source.cs"));
    }

    private static ImmutableArray<MetadataReference> LoadReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string all = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. all.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework || Own.Contains(Path.GetFileName(path)))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
