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

    [Fact]
    public async Task Run_CopyOfAFileWithItsResults_IsNotOffered()
    {
        await using TestServer server = new(options => options.Run = _ => throw new InvalidOperationException());
        TestStudies.Forest(Path.Combine(server.Folder, "results_0"));
        foreach (string file in (string[])["search.json", "results_0/search.json"])
        {
            await File.WriteAllTextAsync(Path.Combine(server.Folder, file), "{}");
        }

        JsonElement files = await server.JsonAsync("api/run");

        Assert.Equal(["search.json"], files.EnumerateArray().Select(file => file.GetProperty("path").GetString()));
    }

    [UnixFact]
    public async Task Run_ThatFailsWithAStackTrace_ShowsWhatWentWrongAboveIt()
    {
        await using TestServer server = new(options => options.Run = _ =>
        {
            ProcessStartInfo start = new("sh", ["-c", "echo error: no module; seq 30; exit 4"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            return Process.Start(start)!;
        });
        await File.WriteAllTextAsync(Path.Combine(server.Folder, "search.json"), "{}");
        string id = (await server.JsonAsync("api/run"))[0].GetProperty("id").GetString()!;

        await server.SendAsync(HttpMethod.Post, "api/run", new { file = id });
        JsonElement file;
        do
        {
            file = (await server.JsonAsync("api/run"))[0];
        }
        while (!file.TryGetProperty("exit", out _) || !file.GetProperty("output").GetString()!.EndsWith("30", StringComparison.Ordinal));

        Assert.StartsWith("error: no module\n1\n", file.GetProperty("output").GetString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Run_BuiltProjectsOfTheFolder_AreOfferedAndItsEndIsTold()
    {
        List<string> started = [];
        await using TestServer server = new(options => options.Run = file =>
        {
            started.Add(file);
            ProcessStartInfo start = new("sh", ["-c", "echo no such study; exit 3"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            return Process.Start(start)!;
        });
        string built = Put("App/obj/Debug/net10.0/hypertune/hypertune.args");
        Put("artifacts/obj/Lib/debug_net10.0/hypertune/hypertune.args");
        Put("App/obj/Debug/net10.0/hypertune/repeat.args");
        string outside = Directory.CreateTempSubdirectory("hypermax-outside-").FullName;
        Directory.Move(Path.GetDirectoryName(Put("far/hypertune.args"))!, Path.Combine(outside, "far"));
        Directory.CreateDirectory(Path.Combine(server.Folder, "Other"));
        Directory.CreateSymbolicLink(Path.Combine(server.Folder, "Other/obj"), outside);

        JsonElement files = await server.JsonAsync("api/run");
        HttpResponseMessage answer = await server.SendAsync(HttpMethod.Post, "api/run", new { file = files[1].GetProperty("id").GetString() });
        JsonElement file;
        do
        {
            file = (await server.JsonAsync("api/run"))[1];
        }
        while (!file.TryGetProperty("exit", out _) || !file.GetProperty("output").GetString()!.Contains("no such study", StringComparison.Ordinal));

        Assert.Equal(
            ["artifacts/obj/Lib/debug_net10.0/hypertune/hypertune.args", "App/obj/Debug/net10.0/hypertune/hypertune.args"],
            files.EnumerateArray().Select(each => each.GetProperty("path").GetString()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([built], started);
        Assert.Equal((3, false), (file.GetProperty("exit").GetInt32(), file.GetProperty("running").GetBoolean()));
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(server.Folder, "App/audit.jsonl")));
        Directory.Delete(outside, recursive: true);

        string Put(string name)
        {
            string path = Path.Combine(server.Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "project=App.csproj\n");
            return path;
        }
    }
}
