using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hypermax.Generators.Tests.Harness;
using Hypermax.Numerics;
using Hypermax.Spaces;
using Hypermax.Spaces.CSharp;
using Hypermax.Spaces.SearchJson;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Language.Import;

/// <summary>A Hypermax user's space becomes C# source, that a type, its space again a <c>search.json</c>: at every station it is the same space.</summary>
public sealed partial class SearchJsonCodeTests
{
    [Theory]
    [MemberData(nameof(SearchJsonSources.All), MemberType = typeof(SearchJsonSources))]
    public async Task SearchJson_ThroughCode_ComesBackAsTheSameSpace(string what, string json)
    {
        Assert.NotEmpty(what);
        await Verify(json);
    }

    // Each in a namespace of its own: none may get in the way of another. What analyzers say of such spaces the other test knows.
    [Fact]
    public void SearchJson_ThreeHundredRandomInOneCompilation_ComeBackAsTheSameSpaces()
    {
        string[] spaces = [.. Enumerable.Range(0, 300).Select(seed => new RandomSearchJson(seed).Write())];

        Assembly assembly = GeneratorRun.Of(Compile(spaces)).Load();

        for (int i = 0; i < spaces.Length; i++)
        {
            VerifyOne(spaces[i], GeneratorRun.Space(assembly, $"{NamespaceOf(i)}.Sample"));
        }
    }

    // What 'hypermax best --format csharp' writes must be that point of the type that 'hypermax space csharp' writes, though a study knows the flat form of
    // its space alone.
    [Fact]
    public void Points_OfFortyRandomSpaces_CompileToTheSamePoints()
    {
        string[] spaces = [.. Enumerable.Range(0, 40).Select(seed => new RandomSearchJson(seed).Write())];
        double[][][] points = [.. spaces.Select(DrawPoints)];
        IEnumerable<SyntaxTree> holders = spaces.Select((json, i) => CSharpSyntaxTree.ParseText(
            $"namespace {NamespaceOf(i)} {{ public static class Points {{ public static readonly Sample[] All = [\n"
            + string.Join(",\n", points[i].Select(point => CSharpPointWriter.Write(SearchJsonReader.Read(json), [.. point], "Sample")))
            + "]; } }",
            Compilations.ParseOptions,
            $"/project/Points{i}.cs"));

        Assembly assembly = GeneratorRun.Of(Compile(spaces).AddSyntaxTrees(holders)).Load();

        for (int i = 0; i < spaces.Length; i++)
        {
            SearchSpace space = GeneratorRun.Space(assembly, $"{NamespaceOf(i)}.Sample");
            MethodInfo unbind = space.GetType().GetMethod(nameof(SearchSpace<int>.Unbind))!;
            Array all = (Array)assembly.GetType($"{NamespaceOf(i)}.Points")!.GetField("All")!.GetValue(null)!;
            Assert.Equal(points[i], all.Cast<object>().Select(point => (double[])unbind.Invoke(space, [point])!));
        }
    }

    private static double[][] DrawPoints(string json)
    {
        SpaceGeometry geometry = new(SearchJsonReader.Read(json));
        return [.. Enumerable.Range(0, 3).Select(i => geometry.Sample(new SeedStream(7, i, "point")))];
    }

    private static async Task Verify(string json)
    {
        GeneratorRun run = GeneratorRun.Of(Compile([json]));
        IReadOnlyList<Diagnostic> found = await Analyzers.Run((CSharpCompilation)run.Output);

        // A group without parameters is possible, though worth a word.
        found = [.. found.Where(diagnostic => diagnostic.Id != "HMX0009")];
        Assert.True(found.Count == 0, $"{string.Join("\n", found)}\n{(found is [Diagnostic first, ..] ? first.Location.SourceTree : null)}");
        VerifyOne(json, GeneratorRun.Space(run.Load(), $"{NamespaceOf(0)}.Sample"));
    }

    private static CSharpCompilation Compile(string[] spaces)
    {
        string[] sources = [.. spaces.Select((json, i) => CSharpSpaceWriter.Write(SearchJsonReader.ReadTree(json), "Sample", NamespaceOf(i)))];
        return Compilations.Create(sources[0], "/project/Source0.cs").AddSyntaxTrees(
            sources.Skip(1).Select((source, i) => CSharpSyntaxTree.ParseText(source, Compilations.ParseOptions, $"/project/Source{i + 1}.cs")));
    }

    private static string NamespaceOf(int index) => $"Imported{index}";

    private static void VerifyOne(string json, SearchSpace compiled)
    {
        SearchSpace space = SearchJsonReader.Read(json);
        AssertSame(space, compiled);
        AssertSame(space, SearchJsonReader.Read(SearchJsonWriter.Write(compiled)));
        AssertSame(space, SearchJsonReader.Read(SearchJsonWriter.Write(SearchJsonReader.ReadTree(json))));
        AssertValuesComeBack(compiled);
        AssertCultureIsNoMatter(compiled);
    }

    /// <summary>Compares all that two spaces say but their own names and where they were declared.</summary>
    private static void AssertSame(SearchSpace expected, SearchSpace actual)
    {
        Assert.Equal(Text(expected), Text(actual));
        Assert.Equal(SpaceJson.Hash(expected), SpaceJson.Hash(actual));
    }

    // The type was compiled a moment ago, so only reflection can say what it is.
    private static void AssertValuesComeBack(SearchSpace space)
    {
        SpaceGeometry geometry = new(space);
        MethodInfo bind = space.GetType().GetMethod(nameof(SearchSpace<int>.Bind), [typeof(double[])])!;
        MethodInfo unbind = space.GetType().GetMethod(nameof(SearchSpace<int>.Unbind))!;
        for (int i = 0; i < 20; i++)
        {
            double[] point = geometry.Sample(new SeedStream(7, i, "test"));

            Assert.Equal(point, PointJson.Read(space, JsonDocument.Parse(PointJson.Write(space, point)).RootElement));
            Assert.Equal(point, (double[])unbind.Invoke(space, [bind.Invoke(space, [point])])!);
        }
    }

    private static void AssertCultureIsNoMatter(SearchSpace space)
    {
        (string json, string hash, CultureInfo before) = (SpaceJson.Write(space), SpaceJson.Hash(space), CultureInfo.CurrentCulture);
        try
        {
            foreach (string culture in (string[])["de-DE", "tr-TR", "fa-IR"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

                Assert.Equal((json, hash), (SpaceJson.Write(space), SpaceJson.Hash(space)));
                Assert.Equal(hash, SpaceJson.Hash(SpaceJson.Parse(json)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Text(SearchSpace space) =>
        Position().Replace(
            SpaceJson.Write(new SearchSpace("space", space.Parameters, space.Relations)).Replace("{\"name\"", "\n{\"name\"", StringComparison.Ordinal),
            string.Empty);

    [GeneratedRegex(",\"at\":\\{[^}]*\\}")]
    private static partial Regex Position();
}
