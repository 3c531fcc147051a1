using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Access;

/// <summary>Searches are started only where that was allowed, and only from files that lie in the folders.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task Run_WithoutLeave_IsRefused()
    {
        await using TestServer server = new();

        HttpResponseMessage answer = await server.SendAsync(HttpMethod.Post, "api/run", new { file = "x" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("--allow-run", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FileOfTheFolder_IsStartedOnceAndRecorded()
    {
        List<string> started = [];
        await using TestServer server = new(options => options.Run = file =>
        {
            started.Add(file);
            return Process.Start(new ProcessStartInfo("sleep", "2") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        });
        string search = Path.Combine(Directory.CreateDirectory(Path.Combine(server.Folder, "iris")).FullName, "search.json");
        await File.WriteAllTextAsync(search, "{}");
        JsonElement file = (await server.JsonAsync("api/run"))[0];

        HttpResponseMessage strange = await server.SendAsync(HttpMethod.Post, "api/run", new { file = "../../etc/passwd" });
        string id = file.GetProperty("id").GetString()!;
        HttpResponseMessage first = await server.SendAsync(HttpMethod.Post, "api/run", new { file = id });
        HttpResponseMessage second = await server.SendAsync(HttpMethod.Post, "api/run", new { file = id });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (strange.StatusCode, first.StatusCode));
        Assert.Contains("still runs", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([search], started);
        Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(server.Folder, "iris/audit.jsonl"))).Length);
    }
}
