using System.Net;
using System.Text;
using System.Text.Json;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Contracts;

/// <summary>Whatever is refused says why, in the same form everywhere.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("PUT", "label", "{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "label", """{"tags":5}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "label", "null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "note", "", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("POST", "guide", "words", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("GET", "trials?from=three", null, "", HttpStatusCode.BadRequest)]
    [InlineData("GET", "chart", null, "", HttpStatusCode.BadRequest)]
    public async Task Request_NotOfItsForm_IsAnsweredInWords(string method, string path, string? body, string type, HttpStatusCode code)
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");

        await RequireProblemAsync(await SendAsync(server, new HttpMethod(method), $"api/studies/{id}/{path}", body, type), code);
    }

    [Theory]
    [InlineData("DELETE", "api/studies", null, "", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "api/nothing", null, "", HttpStatusCode.NotFound)]
    [InlineData("GET", "elsewhere", null, "", HttpStatusCode.NotFound)]
    [InlineData("POST", "api/sign-in", "name=sue", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task Request_ThatNoEndpointTakes_IsAnsweredInWords(string method, string path, string? body, string type, HttpStatusCode code)
    {
        await using TestServer server = new();

        await RequireProblemAsync(await SendAsync(server, new HttpMethod(method), path, body, type), code);
    }

    [Fact]
    public async Task Request_OfMoreThanAMegabyte_IsAnsweredInWords()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        string body = JsonSerializer.Serialize(new { markdown = new string('a', 1_200_000) });

        await RequireProblemAsync(
            await SendAsync(server, HttpMethod.Put, $"api/studies/{id}/note", body, "application/json"), HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<HttpResponseMessage> SendAsync(TestServer server, HttpMethod method, string path, string? body, string type)
    {
        JsonElement session = await server.JsonAsync("api/session");
        HttpRequestMessage request = new(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add(session.GetProperty("tokenHeader").GetString()!, session.GetProperty("token").GetString());
        return await server.Client.SendAsync(request);
    }

    private static async Task RequireProblemAsync(HttpResponseMessage answer, HttpStatusCode code)
    {
        string text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((code, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.True(JsonDocument.Parse(text).RootElement.GetProperty("error").GetString()!.Length > 20, text);
    }
}
