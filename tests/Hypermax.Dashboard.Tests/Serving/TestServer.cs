using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Hypermax.Dashboard.Tests.Serving;

/// <summary>A server on a free port of this machine over a folder of its own.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CookieContainer _cookies = new();

    public TestServer(Action<DashboardOptions>? configure = null, string pathBase = "", string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("hypermax-dashboard-").FullName;
        ServerOptions options = new()
        {
            Port = 0,
            PathBase = pathBase,
            Configure = options =>
            {
                options.Folders.Add(Folder);
                configure?.Invoke(options);
            },
        };
        _app = DashboardServer.Start(options);
        Address = DashboardServer.AddressOf(_app, options).TrimEnd('/');
        Client = NewClient(_cookies);
    }

    public static AccountFile Accounts { get; } = MakeAccounts();

    public string Folder { get; }

    /// <summary>The address without a slash at its end.</summary>
    public string Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public HttpClient NewClient(CookieContainer? cookies = null) => new(new SocketsHttpHandler
    {
        CookieContainer = cookies ?? new CookieContainer(),
        AllowAutoRedirect = false,
    })
    {
        BaseAddress = new Uri(Address + "/"),
    };

    public async Task<JsonElement> JsonAsync(string path) => await Client.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Gets the id of the study in a folder.</summary>
    public async Task<string> IdAsync(string title)
    {
        JsonElement list = await JsonAsync("api/studies");
        return list.GetProperty("studies").EnumerateArray().Single(card => card.GetProperty("place").GetString() == title).GetProperty("id").GetString()!;
    }

    /// <summary>Sends a request with the token that pages have.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, HttpClient? client = null)
    {
        client ??= Client;
        JsonElement session = await client.GetFromJsonAsync<JsonElement>("api/session");
        HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync();
        }

        request.Headers.Add(session.GetProperty("tokenHeader").GetString()!, session.GetProperty("token").GetString());
        return await client.SendAsync(request);
    }

    /// <summary>Gets a client that has signed in.</summary>
    public async Task<HttpClient> SignedInAsync(string name, string password = "correct horse")
    {
        HttpClient client = NewClient();
        HttpResponseMessage answer = await SendAsync(HttpMethod.Post, "api/sign-in", new { name, password }, client);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The test has deleted it.
        }
    }

    private static AccountFile MakeAccounts()
    {
        string file = Path.GetTempFileName();
        AccountFile.Write(file, "sue", Role.Steer, "correct horse");
        AccountFile.Write(file, "rob", Role.Read, "correct horse");
        string[] lines = [.. File.ReadAllLines(file).Where(line => line.Length > 0)];
        File.WriteAllLines(file, lines);
        AccountFile accounts = AccountFile.Read(file);
        File.Delete(file);
        return accounts;
    }
}
