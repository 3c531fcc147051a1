using System.Text.Json;
using System.Text.Json.Nodes;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.Studies.Guiding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Hypermax.Dashboard.Tests.Api;

/// <summary>The document of the API: it follows from the endpoints, is one of its kind, and leaves nothing out.</summary>
public sealed class ApiDocumentTests
{
    private const string Asset = "src/Hypermax.Dashboard/Api/openapi.json";

    [Fact]
    public async Task Document_ThatIsServed_FollowsFromTheEndpoints() => Golden.VerifyFile(await ApiDocument.MakeAsync(), PathOf(Asset));

    [Fact]
    public async Task Document_Read_IsOneOfItsKind()
    {
        ReadResult result = OpenApiDocument.Parse(await ServedAsync(new TestServer()), "json");

        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, result.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task Document_Operations_AreTheEndpointsThatAreMapped()
    {
        TestServer server = new();
        IEnumerable<string> mapped = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.Contains("api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(
                method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":int", string.Empty, StringComparison.Ordinal)}"));

        IEnumerable<string> described = Operations(await ServedAsync(server)).Select(operation => operation.Name);

        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_Everything_IsDescribed()
    {
        string text = await ServedAsync(new TestServer());
        List<string> silent = [];
        foreach ((string name, JsonObject operation) in Operations(text))
        {
            silent.AddRange(new[] { "summary", "description", "operationId" }.Where(member => operation[member] is null).Select(member => $"{name} {member}"));
            silent.AddRange((operation["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["description"] is null)
                .Select(parameter => $"{name} {parameter!["name"]}"));
            silent.AddRange(operation["responses"]!.AsObject().Where(answer => answer.Key == "200" && answer.Value!["content"] is null)
                .Select(answer => $"{name} {answer.Key}"));
        }

        JsonNode document = JsonNode.Parse(text)!;
        silent.AddRange(document["tags"]!.AsArray().Where(tag => tag!["description"] is null).Select(tag => $"tag {tag!["name"]}"));
        foreach ((string name, JsonNode? schema) in document["components"]!["schemas"]!.AsObject())
        {
            silent.AddRange(new[] { schema! }.Where(value => value["description"] is null).Select(_ => name));
            silent.AddRange(schema!["properties"]!.AsObject().Where(member => member.Value!["description"] is null).Select(member => $"{name}.{member.Key}"));
        }

        Assert.True(silent.Count == 0, "Nothing is said of: " + string.Join(", ", silent));
        string[] names = [.. Operations(text).Select(operation => (string)operation.Operation["operationId"]!)];
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("/tuning", "/tuning/")]
    public async Task Document_BehindAPath_NamesIt(string pathBase, string expected)
    {
        JsonNode document = JsonNode.Parse(await ServedAsync(new TestServer(pathBase: pathBase)))!;

        Assert.Equal(expected, (string?)document["servers"]![0]!["url"]);
        Assert.Equal(ApiEndpoints.Version, (string?)document["info"]!["version"]);
    }

    // The body of a request to a search is read by the rules of files; what is said of it is a record of its own.
    [Fact]
    public void SteerRequest_Members_AreThoseThatSearchesRead() => Assert.Equal(
        typeof(GuideRequest).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal),
        typeof(SteerRequest).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task SteerRequest_Actions_AreThoseThatSearchesKnow()
    {
        JsonNode document = JsonNode.Parse(await ServedAsync(new TestServer()))!;

        Assert.Equal(
            $"One of {string.Join(", ", GuideAction.Names)}.",
            (string?)document["components"]!["schemas"]!["SteerRequest"]!["properties"]!["action"]!["description"]);
    }

    private static async Task<string> ServedAsync(TestServer server)
    {
        await using (server)
        {
            HttpResponseMessage answer = await server.Client.GetAsync("openapi.json");
            Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
            return await answer.Content.ReadAsStringAsync();
        }
    }

    private static IEnumerable<(string Name, JsonObject Operation)> Operations(string document) =>
        from path in JsonNode.Parse(document)!["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select ($"{method.Key.ToUpperInvariant()} {path.Key}", method.Value!.AsObject());

    private static string PathOf(string path, [System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../..", path);
}
