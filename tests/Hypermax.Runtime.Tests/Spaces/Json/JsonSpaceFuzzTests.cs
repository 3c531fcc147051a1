using System.Text.Json;
using Hypermax.Conformance;
using Hypermax.Numerics;
using Hypermax.Spaces;
using Hypermax.Spaces.SearchJson;
using Xunit.Abstractions;

namespace Hypermax.Tests.Spaces.Json;

/// <summary>Whatever stands in a space document, it ends in a space that can be searched or in one error in words:
/// nothing else is thrown, nothing hangs, nothing is ignored.</summary>
public sealed class JsonSpaceFuzzTests(ITestOutputHelper output)
{
    private const int Mutations = 6000;
    private const int Random = 3000;

    private static readonly string[] SpaceDocuments =
    [
        .. SamplerSpaces.All.Select(SpaceJson.Write),
        .. Enumerable.Range(0, 12).Select(seed => SpaceJson.Write(RandomSpaces.Make(seed))),
        .. Enumerable.Range(0, 12).Select(seed => SpaceJson.Write(RandomRelations.Make(seed))),
        """{"name":"s","params":[{"name":"n","type":"int","low":0,"high":1000000000,"default":5,"unit":"s","description":"d","formerNames":["m"]"""
        + ""","at":{"file":"a.cs","line":3,"column":7}},{"name":"c","type":"categorical","choices":[1,2],"when":{"n":{"from":5}}}]}""",
    ];

    private static readonly string[] SearchDocuments =
    [
        .. SamplerSpaces.All.Select(SearchJsonOrNothing).OfType<string>(),
        """{"hyperparameters":{"type":"object","properties":{"lr":{"type":"number","min":1e-5,"max":1,"scaling":"logarithmic"},"n":{"type":"numbe"""
        + """r","mode":"randint","max":7},"k":{"enum":["a","b",null],"weights":[1,2,3]},"o":{"oneOf":[{"type":"object","properties":{"a":{"type":"boolean"}}"""
        + """},{"type":"null"}]},"l":{"type":"array","minItems":1,"maxItems":3,"items":{"type":"object","properties":{"u":{"type":"integer","min":1"""
        + ""","max":64}}}},"z":{"type":"number","mode":"normal","mean":1,"stddev":2,"rounding":0.5}}}}""",
    ];

    [Fact]
    public void Parse_MutatedSpaces_SpaceOrOneError() => Fuzz(
        "mutated",
        Mutations,
        (mutations, stream) => mutations.Mutate(SpaceDocuments[stream.NextInt(SpaceDocuments.Length)]),
        ReadSpace,
        leastSpaces: Mutations / 50);

    [Fact]
    public void Parse_RandomJson_SpaceOrOneError() =>
        Fuzz("random", Random, (mutations, stream) => stream.NextInt(2) == 0 ? mutations.Make() : mutations.MakeSpace(), ReadSpace, leastSpaces: Random / 100);

    [Fact]
    public void Read_MutatedSearchJson_SpaceOrOneError() => Fuzz(
        "search.json",
        Mutations,
        (mutations, stream) => mutations.Mutate(SearchDocuments[stream.NextInt(SearchDocuments.Length)]),
        ReadSearch,
        leastSpaces: Mutations / 50);

    private static string? SearchJsonOrNothing(SearchSpace space)
    {
        try
        {
            return SearchJsonWriter.Write(space);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static SearchSpace ReadSpace(string json)
    {
        SearchSpace space = SpaceJson.Parse(json);
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Empty(SpaceJsonParts.Ignored(document.RootElement, space));
        Assert.Equal(SpaceJson.Hash(space), SpaceJson.Hash(SpaceJson.Parse(SpaceJson.Write(space))));
        return space;
    }

    private static SearchSpace ReadSearch(string json)
    {
        SearchSpace space = SearchJsonReader.Read(json);
        SearchJsonReader.IgnoredKeys(json);
        return space;
    }

    private void Fuzz(string name, int count, Func<JsonMutations, SeedStream, string> make, Func<string, SearchSpace> read, int leastSpaces)
    {
        int spaces = 0;
        int errors = 0;
        for (int i = 0; i < count; i++)
        {
            SeedStream stream = new(20, i, name);
            string json = make(new JsonMutations(stream), stream);
            try
            {
                SearchSpace space = read(json);
                spaces++;
                Search(space, i);
            }
            catch (FormatException error)
            {
                errors++;
                Assert.True(error.Message.Length > 20, json);
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{name} {i.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {error}\n{json}");
            }
            catch (Xunit.Sdk.XunitException error)
            {
                Assert.Fail($"{name} {i.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {error.Message}\n{json}");
            }
        }

        output.WriteLine(FormattableString.Invariant($"{name}: {count} documents, {spaces} spaces, {errors} errors"));
        Assert.Equal(count, spaces + errors);
        Assert.True(spaces >= leastSpaces && errors > count / 10, FormattableString.Invariant($"{spaces} spaces and {errors} errors of {count}"));
    }

    // A few points by a method that models and one that does not; relations without a solution are refused in words.
    private static void Search(SearchSpace space, int seed)
    {
        Study study;
        try
        {
            study = Study.Create(space, new StudyOptions { Method = (seed % 8) switch { 0 => "tpe", 1 => "evolution", 2 => "gp", _ => "random" }, Trials = 3 });
        }
        catch (ArgumentException)
        {
            return;
        }

        using (study)
        {
            for (int trial = 0; trial < 3; trial++)
            {
                try
                {
                    if (study.Ask() is not { } asked)
                    {
                        return;
                    }

                    Assert.Equal(asked.Point, PointJson.Read(space, JsonDocument.Parse(PointJson.Write(space, asked.Point)).RootElement));
                    study.Tell(asked.Number, TrialOutcome.Of(trial));
                }
                catch (InvalidOperationException error) when (error.Message.Contains("rejected", StringComparison.Ordinal))
                {
                    return;
                }
            }
        }
    }
}
