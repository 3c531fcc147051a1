using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hypermax.Dashboard.Tests.Serving;

/// <summary>The pages in an application of somebody else.</summary>
public sealed class EmbeddedTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hypermax-embedded-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Folders_RelativeOnes_CountFromTheContentRoot()
    {
        TestStudies.Forest(Path.Combine(_root, "hypermax", "forest"));

        JsonElement list = await AskAsync("hypermax/api/studies", options => options.Folders.Add("hypermax"));

        Assert.Equal("forest", list.GetProperty("studies")[0].GetProperty("place").GetString());
    }

    [Fact]
    public async Task Folders_None_IsSaidOnThePage()
    {
        JsonElement list = await AskAsync("hypermax/api/studies");

        Assert.Contains("options.Folders.Add", list.GetProperty("notices")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_AskedFor_LogsNoWarning()
    {
        Warnings warnings = new();

        await AskAsync("hypermax/api/session", options => options.Folders.Add(_root), warnings);

        Assert.Empty(warnings.Texts);
    }

    [Theory]
    [InlineData("tuner", true, true, HttpStatusCode.Conflict)]
    [InlineData("guest", true, false, HttpStatusCode.Forbidden)]
    [InlineData("tuner", false, true, HttpStatusCode.Conflict)]
    [InlineData("guest", false, false, HttpStatusCode.Forbidden)]
    public async Task MaySteer_UsersOfTheApplication_LookOrSteer(string name, bool isRequired, bool maySteer, HttpStatusCode answered)
    {
        TestStudies.Forest(Path.Combine(_root, "forest"));
        WebApplicationBuilder builder = Builder();
        builder.Services.AddAuthorization();
        builder.Services.AddHypermaxDashboard(options =>
        {
            options.Folders.Add(".");
            options.MaySteer = user => user.IsInRole("tuner");
        });
        await using WebApplication app = builder.Build();

        // In the place of an application's own way to sign people in.
        app.Use((context, next) =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, name)], "test"));
            return next(context);
        });
        app.UseRouting();
        app.UseAuthorization();
        IEndpointConventionBuilder pages = app.MapHypermax("/");
        if (isRequired)
        {
            pages.RequireAuthorization();
        }

        await app.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First() + "/") };
        JsonElement session = await client.GetFromJsonAsync<JsonElement>("api/session");
        string id = (await client.GetFromJsonAsync<JsonElement>("api/studies")).GetProperty("studies")[0].GetProperty("id").GetString()!;
        HttpRequestMessage request = new(HttpMethod.Put, $"api/studies/{id}/note") { Content = JsonContent.Create(new { markdown = "x", stamp = "old" }) };
        request.Headers.Add(session.GetProperty("tokenHeader").GetString()!, session.GetProperty("token").GetString());

        HttpResponseMessage answer = await client.SendAsync(request);

        Assert.Equal((isRequired ? name : "this machine", maySteer), (session.GetProperty("name").GetString(), session.GetProperty("maySteer").GetBoolean()));
        Assert.Equal(answered, answer.StatusCode);
        await app.StopAsync();
    }

    private WebApplicationBuilder Builder()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = _root });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder;
    }

    private async Task<JsonElement> AskAsync(string path, Action<DashboardOptions>? configure = null, Warnings? warnings = null)
    {
        WebApplicationBuilder builder = Builder();
        if (warnings is not null)
        {
            builder.Logging.AddProvider(warnings);
        }

        builder.Services.AddHypermaxDashboard(configure);
        await using WebApplication app = builder.Build();
        app.MapHypermax("/hypermax");
        await app.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First() + "/") };
        JsonElement answer = await client.GetFromJsonAsync<JsonElement>(path);
        await app.StopAsync();
        return answer;
    }

    private sealed class Warnings : ILoggerProvider, ILogger
    {
        public List<string> Texts { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Texts.Add($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
