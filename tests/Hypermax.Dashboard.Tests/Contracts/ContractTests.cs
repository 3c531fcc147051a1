using System.Text.Json;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Contracts;

/// <summary>What programs get from the server, member by member: a change of it is a change for them.</summary>
public sealed class ContractTests
{
    [Theory]
    [InlineData("session", "api/session")]
    [InlineData("studies", "api/studies")]
    [InlineData("study", "api/studies/{id}")]
    [InlineData("news", "api/studies/{id}/news")]
    [InlineData("trials", "api/studies/{id}/trials?count=3&sort=loss")]
    [InlineData("trial", "api/studies/{id}/trials/3")]
    [InlineData("failed", "api/studies/{id}/trials/8")]
    [InlineData("compare", "api/studies/{id}/compare?numbers=1,2")]
    [InlineData("log", "api/studies/{id}/trials/3/log")]
    [InlineData("artifacts", "api/studies/{id}/trials/3/artifacts")]
    [InlineData("beginning", "api/studies/{id}/trials/3/artifact/beginning?path=a.csv")]
    [InlineData("note", "api/studies/{id}/note")]
    [InlineData("audit", "api/studies/{id}/audit")]
    [InlineData("charts", "api/studies/{id}/charts")]
    [InlineData("chart", "api/studies/{id}/chart?name=history")]
    [InlineData("problem", "api/studies/{id}/trials?filter=nothing%3D1")]
    public async Task Answer_OfAnEndpoint_HasTheVerifiedShape(string name, string path)
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        Directory.CreateDirectory(Path.Combine(folder, "logs"));
        await File.WriteAllTextAsync(Path.Combine(folder, "logs/trial_3.txt"), "epoch 1\n");
        Directory.CreateDirectory(Path.Combine(folder, "artifacts/trial_3"));
        await File.WriteAllTextAsync(Path.Combine(folder, "artifacts/trial_3/a.csv"), "a,b\n1,2\n");
        await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/label", new { title = "mine", tags = new[] { "a" }, isArchived = false });

        Golden.Verify(await ShapeAsync(server, path.Replace("{id}", id, StringComparison.Ordinal)), variant: name);
    }

    [Fact]
    public async Task Answer_OfARunningStudy_HasTheVerifiedShape()
    {
        await using TestServer server = new();
        await using RunningSearch search = await TestStudies.TellingAsync(server);
        string id = await server.IdAsync("live");

        Golden.Verify(await ShapeAsync(server, $"api/studies/{id}/running"), variant: "running");
        Golden.Verify(await ShapeAsync(server, $"api/studies/{id}/trials/0"), variant: "trial");
    }

    private static async Task<string> ShapeAsync(TestServer server, string path)
    {
        HttpResponseMessage answer = await server.Client.GetAsync(path);

        using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        IEnumerable<string> shape = Shape("$", json.RootElement).Distinct().Order(StringComparer.Ordinal);
        return string.Join('\n', [$"{(int)answer.StatusCode}", .. shape]);
    }

    private static IEnumerable<string> Shape(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Shape($"{path}.{member.Name}", member.Value)).DefaultIfEmpty($"{path} {{}}"),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Shape($"{path}[]", item)).DefaultIfEmpty($"{path} []"),
        JsonValueKind.True or JsonValueKind.False => [$"{path} bool"],
        JsonValueKind kind => [$"{path} {kind.ToString().ToLowerInvariant()}"],
    };
}
