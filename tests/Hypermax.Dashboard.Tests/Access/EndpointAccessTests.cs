using System.Net;
using System.Text;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Tests.Serving;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hypermax.Dashboard.Tests.Access;

/// <summary>Every endpoint there is, with nobody, with a wrong session, with one who may look, and with one who may steer.</summary>
public sealed class EndpointAccessTests
{
    [Fact]
    public async Task Endpoints_WithoutCredentials_AnswerNobody()
    {
        await using TestServer server = await WithAccountsAsync();
        using HttpClient nobody = server.NewClient();
        using HttpClient wrong = server.NewClient();
        wrong.DefaultRequestHeaders.Add("Cookie", "hypermax-session=CfDJ8AAAAAAAAAAAAAAAAAAAAADG5e");
        List<string> open = [];
        foreach ((HttpMethod method, string path, Role role) in await EndpointsAsync(server))
        {
            foreach (HttpClient client in new[] { nobody, wrong })
            {
                HttpResponseMessage answer = await client.SendAsync(new HttpRequestMessage(method, path));
                bool isRefused = answer.StatusCode is HttpStatusCode.Unauthorized;
                if (role == Role.None)
                {
                    open.Add($"{method} {path}");
                }

                Assert.True(isRefused == (role != Role.None), $"{method} {path} answered {answer.StatusCode}");
                Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(
            ["GET /api/session", "GET /assets/dashboard.js", "GET /sign-in", "POST /api/sign-in", "POST /api/sign-out"],
            open.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Endpoints_ForOneWhoMayLook_ChangeNothing()
    {
        await using TestServer server = await WithAccountsAsync();
        using HttpClient rob = await server.SignedInAsync("rob");
        int refused = 0;
        foreach ((HttpMethod method, string path, Role role) in await EndpointsAsync(server))
        {
            if (role != Role.None && !path.EndsWith("/events", StringComparison.Ordinal))
            {
                HttpResponseMessage answer = await server.SendAsync(method, path, method == HttpMethod.Get ? null : new { }, rob);
                bool isRefused = answer.StatusCode == HttpStatusCode.Forbidden;
                refused += isRefused ? 1 : 0;
                Assert.True(isRefused == (role == Role.Steer), $"{method} {path} answered {answer.StatusCode}");
                Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            }
        }

        Assert.InRange(refused, 4, 10);
        Assert.False(File.Exists(Path.Combine(server.Folder, "forest/audit.jsonl")));
    }

    [Fact]
    public async Task Changes_WithoutTheTokenOfAPage_AreRefused()
    {
        await using TestServer server = await WithAccountsAsync();
        using HttpClient sue = await server.SignedInAsync("sue");
        foreach ((HttpMethod method, string path, Role role) in (await EndpointsAsync(server)).Where(endpoint => endpoint.Method != HttpMethod.Get))
        {
            HttpRequestMessage request = new(method, path) { Content = new StringContent("""{"action":"pause"}""", Encoding.UTF8, "application/json") };

            HttpResponseMessage answer = await sue.SendAsync(request);

            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {path} ({role}) answered {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Endpoints_AllOfThem_SayWhatTheyNeed()
    {
        await using TestServer server = new();

        Assert.All(
            server.Services.GetRequiredService<EndpointDataSource>().Endpoints,
            endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<Needs>()));
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example:80", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:99", HttpStatusCode.OK)]
    public async Task Host_OfAnotherName_IsRefused(string host, HttpStatusCode code)
    {
        await using TestServer server = new();
        HttpRequestMessage request = new(HttpMethod.Get, "api/studies");
        request.Headers.Host = host;

        Assert.Equal(code, (await server.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Proxy_WithoutAccounts_IsRefused()
    {
        await using TestServer server = new();
        HttpRequestMessage request = new(HttpMethod.Get, "api/studies");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(request)).StatusCode);
    }

    private static async Task<TestServer> WithAccountsAsync()
    {
        TestServer server = new(options => options.Accounts = TestServer.Accounts);
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        using HttpClient sue = await server.SignedInAsync("sue");
        Assert.Equal(HttpStatusCode.OK, (await sue.GetAsync("api/studies")).StatusCode);
        return server;
    }

    // Every route that is mapped, with the study of the folder in its places.
    private static async Task<IReadOnlyList<(HttpMethod Method, string Path, Role Role)>> EndpointsAsync(TestServer server)
    {
        using HttpClient sue = await server.SignedInAsync("sue");
        string list = await sue.GetStringAsync("api/studies");
        string id = System.Text.Json.JsonDocument.Parse(list).RootElement.GetProperty("studies")[0].GetProperty("id").GetString()!;
        return
        [
            .. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => (
                new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]),
                "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
                    .Replace("{id}", id, StringComparison.Ordinal)
                    .Replace("{number:int}", "1", StringComparison.Ordinal)
                    .Replace("{form}", "svg", StringComparison.Ordinal)
                    .Replace("{file}", "results.csv", StringComparison.Ordinal)
                    .Replace("{name}", "dashboard.js", StringComparison.Ordinal),
                endpoint.Metadata.GetMetadata<Needs>()!.Role)),
        ];
    }
}
