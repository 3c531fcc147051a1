using System.Text.Json;
using Hypermax.Ci;
using Hypermax.Ci.Sarif;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Ci;

public sealed class SarifWriterTests
{
    [Fact]
    public void Write_AnyResult_KeepsTheSchemaAndPointsAtItsRules() => Assert.All(CiSamples.All, result =>
    {
        JsonElement run = CiFiles.ReadJson(Text(result), "sarif.json").GetProperty("runs")[0];
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];

        Assert.Equal(result.AllRemarks.Count(), results.Length);
        Assert.All(results, found => Assert.Equal(
            found.GetProperty("ruleId").GetString(),
            rules[found.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
    });

    [Fact]
    public void Write_OrdinaryResult_IsAsVerified() => Golden.Verify(Text(CiSamples.Ordinary), "json");

    [Fact]
    public void Write_HostilePathAndText_AreAUriAndTheText()
    {
        JsonElement[] found = Results(CiSamples.Attack);
        string uri = UriOf(found[0]);
        string text = found[0].GetProperty("message").GetProperty("text").GetString()!;

        Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative), uri);
        Assert.Equal("src/a,b;c:d%]e ж.cs", Uri.UnescapeDataString(uri));
        Assert.Contains("[x\\](y)", text, StringComparison.Ordinal);
        Assert.Contains("{{0}}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_RemarkWithoutAPlace_StandsAtTheProject()
    {
        JsonElement[] found = Results(CiSamples.Attack);

        Assert.Equal("src/Shop/Shop.csproj", UriOf(found[^1]));
    }

    private static JsonElement[] Results(CiResult result) =>
        [.. CiFiles.ReadJson(Text(result), "sarif.json").GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

    private static string UriOf(JsonElement found) => found.GetProperty("locations")[0]
        .GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;

    private static string Text(CiResult result) => CiFiles.Write(stream => SarifWriter.Write(stream, result, CiSamples.PlacesOf(result)));
}
