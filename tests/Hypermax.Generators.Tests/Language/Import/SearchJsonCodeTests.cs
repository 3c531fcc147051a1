using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
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

    [Fact]
    public void SearchJson_Random_ComesBackAsTheSameSpace() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Verify(new RandomSearchJson(seed).Write()).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5));

    private static async Task Verify(string json)
    {
        SearchSpace space = SearchJsonReader.Read(json);
        string source = CSharpSpaceWriter.Write(SearchJsonReader.ReadTree(json), "Sample", "Imported");

        GeneratorRun run = GeneratorRun.Of(source);
        IReadOnlyList<Diagnostic> found = await Analyzers.Run((CSharpCompilation)run.Output);

        // A group without parameters is possible, though worth a word.
        found = [.. found.Where(diagnostic => diagnostic.Id != "HMX0009")];
        Assert.True(found.Count == 0, $"{string.Join("\n", found)}\n{source}");
        SearchSpace compiled = (SearchSpace)run.Load().GetType("Imported.Sample")!.GetProperty("SearchSpace")!.GetValue(null)!;

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
