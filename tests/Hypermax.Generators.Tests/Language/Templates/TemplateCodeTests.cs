using Hypermax.Generators.Tests.Harness;
using Hypermax.Spaces;
using Hypermax.Spaces.SearchJson;
using Hypermax.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Language.Templates;

/// <summary>What <c>hypermax init --lang csharp</c> writes compiles, and its space is that of the <c>search.json</c>.</summary>
public sealed class TemplateCodeTests
{
    private const string Objective = "public static class Training";

    public static TheoryData<string> Names => [.. Template.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Template_AsARecord_CompilesToTheSameSpaceWithoutARemark(string name)
    {
        TemplateFiles files = new(Template.Read(name), DataSize.Usual);

        // ML.NET is not here; its templates have an objective below the record.
        string record = files.Code("Sample").Split(Objective)[0].Replace("using Microsoft.ML", "// using Microsoft.ML", StringComparison.Ordinal);
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(record, "/project/Sample.cs"));

        Assert.Empty(await Analyzers.Run((CSharpCompilation)run.Output));
        SearchSpace space = SearchJsonReader.Read(files.Configuration("json"));
        Assert.Equal(SpaceJson.Hash(space), SpaceJson.Hash(GeneratorRun.Space(run.Load(), "Sample")));
    }
}
