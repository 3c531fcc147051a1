using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.TestSupport;

namespace Hypermax.Dashboard.Tests.Artifacts;

/// <summary>Files that trials left are listed, sent and previewed, and none of them can do or reach anything.</summary>
public sealed class ArtifactTests
{
    [Fact]
    public async Task Artifacts_OfATrial_AreListedWithHowTheyCanBeShown()
    {
        await using TestServer server = new();
        string id = await ForestAsync(server);
        Put(server, "plots/roc.png", Samples.Png);
        Put(server, "beep.wav", Samples.Wave());
        Put(server, "confusion.csv", "a,b\n1,2\n"u8.ToArray());
        Put(server, "notes.txt", "hello"u8.ToArray());
        Put(server, "model.onnx", [1, 2, 3]);
        Put(server, "page.html", "<script>alert(1)</script>"u8.ToArray());

        JsonElement list = await server.JsonAsync($"api/studies/{id}/trials/3/artifacts");
        JsonElement none = await server.JsonAsync($"api/studies/{id}/trials/4/artifacts");

        Assert.Equal(
            ["beep.wav audio", "confusion.csv table", "model.onnx ", "notes.txt text", "page.html ", "plots/roc.png image"],
            list.GetProperty("files").EnumerateArray().Select(file =>
                $"{file.GetProperty("path").GetString()} {(file.TryGetProperty("preview", out JsonElement kind) ? kind.GetString() : string.Empty)}"));
        Assert.Equal(3, list.GetProperty("files")[2].GetProperty("bytes").GetInt64());
        Assert.Equal((0, false), (none.GetProperty("files").GetArrayLength(), none.GetProperty("isCut").GetBoolean()));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync($"api/studies/{id}/trials/99999/artifacts")).StatusCode);
    }

    [Theory]
    [InlineData("plot.png", "image/png")]
    [InlineData("drawing.svg", "image/svg+xml")]
    [InlineData("beep.wav", "audio/wav")]
    [InlineData("page.html", "application/octet-stream")]
    [InlineData("script.js", "application/octet-stream")]
    [InlineData("table.csv", "application/octet-stream")]
    [InlineData("none", "application/octet-stream")]
    public async Task Artifact_Sent_IsNeverAPage(string name, string shownAs)
    {
        await using TestServer server = new();
        string id = await ForestAsync(server);
        byte[] content = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray();
        Put(server, name, content);

        HttpResponseMessage saved = await server.Client.GetAsync($"api/studies/{id}/trials/3/artifact?path={name}");
        HttpResponseMessage shown = await server.Client.GetAsync($"api/studies/{id}/trials/3/artifact?path={name}&shown=true");

        Assert.Equal(("application/octet-stream", shownAs), (saved.Content.Headers.ContentType?.MediaType, shown.Content.Headers.ContentType?.MediaType));
        Assert.Equal(content, await saved.Content.ReadAsByteArrayAsync());
        foreach (HttpResponseMessage answer in new[] { saved, shown })
        {
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("../../journal.jsonl")]
    [InlineData("../trial_4/other.txt")]
    [InlineData("plots/../../../journal.jsonl")]
    [InlineData("./plot.png")]
    [InlineData("plots//roc.png")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\..\\journal.jsonl")]
    [InlineData("plots")]
    [InlineData("plot.png\0.txt")]
    [InlineData("file:///etc/passwd")]
    public async Task Artifact_ByAPathThatIsNotListed_IsNotThere(string path)
    {
        await using TestServer server = new();
        string id = await ForestAsync(server);
        Put(server, "plot.png", Samples.Png);
        Put(server, "plots/roc.png", Samples.Png);
        Put(server, "other.txt", [1], 4);

        foreach (string ending in new[] { "artifact", "artifact/beginning" })
        {
            HttpResponseMessage answer = await server.Client.GetAsync($"api/studies/{id}/trials/3/{ending}?path={Uri.EscapeDataString(path)}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [UnixTheory]
    [InlineData("\"><script>alert(1)</script>.png")]
    [InlineData("line\nbreak\r\nSet-Cookie: a=b.txt")]
    [InlineData("a\\b;c=\"d\".csv")]
    [InlineData("Ünïcødé 研究 \u202Egnp.txt")]
    [InlineData("100% & more?#.txt")]
    [InlineData(".hidden")]
    public async Task Artifact_OfAHostileName_IsSentByItAlone(string name)
    {
        await using TestServer server = new();
        string id = await ForestAsync(server);
        name = name.Replace("</", "<", StringComparison.Ordinal);
        Put(server, name, "content"u8.ToArray());

        JsonElement file = (await server.JsonAsync($"api/studies/{id}/trials/3/artifacts")).GetProperty("files")[0];
        HttpResponseMessage answer = await server.Client.GetAsync($"api/studies/{id}/trials/3/artifact?path={Uri.EscapeDataString(name)}");

        Assert.Equal(name, file.GetProperty("path").GetString());
        Assert.Equal("content", await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [UnixFact]
    public async Task Artifacts_ThroughLinks_ShowNothingOfElsewhereAndWaitForNobody()
    {
        await using TestServer server = new();
        string id = await ForestAsync(server);
        string folder = Path.GetDirectoryName(Put(server, "plot.png", Samples.Png))!;
        File.CreateSymbolicLink(Path.Combine(folder, "passwd.txt"), "/etc/passwd");
        Directory.CreateSymbolicLink(Path.Combine(folder, "etc"), "/etc");
        File.CreateSymbolicLink(Path.Combine(folder, "same.png"), "plot.png");
        Process.Start("mkfifo", [Path.Combine(folder, "pipe.txt")]).WaitForExit();
        Directory.CreateSymbolicLink(Path.Combine(server.Folder, "forest/artifacts/trial_5"), "/etc");

        JsonElement files = (await server.JsonAsync($"api/studies/{id}/trials/3/artifacts")).GetProperty("files");
        HttpResponseMessage pipe = await server.Client.GetAsync($"api/studies/{id}/trials/3/artifact?path=pipe.txt");
        HttpResponseMessage same = await server.Client.GetAsync($"api/studies/{id}/trials/3/artifact?path=same.png");

        Assert.Equal(["pipe.txt", "plot.png", "same.png"], files.EnumerateArray().Select(file => file.GetProperty("path").GetString()));
        Assert.Equal(Samples.Png.Length, files[2].GetProperty("bytes").GetInt64());
        Assert.Equal(HttpStatusCode.Conflict, pipe.StatusCode);
        Assert.Contains("no ordinary file", await pipe.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Samples.Png, await same.Content.ReadAsByteArrayAsync());
        Assert.Equal(0, (await server.JsonAsync($"api/studies/{id}/trials/5/artifacts")).GetProperty("files").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync($"api/studies/{id}/trials/5/artifact?path=passwd")).StatusCode);
    }

    [Fact]
    public async Task Beginning_OfTablesAndTexts_IsReadAndNoMoreOfIt()
    {
        await using TestServer server = new();
        string id = await ForestAsync(server);
        Put(server, "a.csv", "name,\"x,y\"\n\"two\nlines\",<b>\n"u8.ToArray());
        IEnumerable<string> squares = Enumerable.Range(0, 300).Select(n => FormattableString.Invariant($"{n}\t{n * n}\n"));
        Put(server, "b.tsv", Encoding.UTF8.GetBytes("n\tsquare\n" + string.Concat(squares)));
        Put(server, "c.log", Encoding.UTF8.GetBytes(new string('ß', 500_000)));
        Put(server, "d.csv", Encoding.UTF8.GetBytes("\"never closed" + new string('x', 600_000)));
        Put(server, "e.txt", [0xff, 0xfe, 0x00, 0x41]);
        Put(server, "f.csv", []);

        JsonElement comma = await Beginning("a.csv");
        JsonElement tab = await Beginning("b.tsv");
        JsonElement text = await Beginning("c.log");
        JsonElement torn = await Beginning("d.csv");
        JsonElement empty = await Beginning("f.csv");

        Assert.Equal("""[["name","x,y"],["two\nlines","\u003Cb\u003E"]]""", comma.GetProperty("rows").GetRawText());
        Assert.False(comma.GetProperty("isCut").GetBoolean());
        Assert.Equal((101, true), (tab.GetProperty("rows").GetArrayLength(), tab.GetProperty("isCut").GetBoolean()));
        Assert.Equal("9801", tab.GetProperty("rows")[100][1].GetString());
        Assert.InRange(text.GetProperty("text").GetString()!.Length, 1000, 40_000);
        Assert.True(torn.GetProperty("isCut").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync($"api/studies/{id}/trials/3/artifact/beginning?path=e.txt")).StatusCode);
        Assert.Equal(0, empty.GetProperty("rows").GetArrayLength());

        Task<JsonElement> Beginning(string name) => server.JsonAsync($"api/studies/{id}/trials/3/artifact/beginning?path={name}");
    }

    [Fact]
    public async Task Artifact_AskedForInPart_IsSentInPart()
    {
        await using TestServer server = new();
        string id = await ForestAsync(server);
        Put(server, "beep.wav", Samples.Wave());
        using HttpRequestMessage request = new(HttpMethod.Get, $"api/studies/{id}/trials/3/artifact?path=beep.wav&shown=true");
        request.Headers.Range = new RangeHeaderValue(0, 3);

        HttpResponseMessage answer = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("RIFF", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Artifacts_MoreThanAnybodyLooksAt_AreCut()
    {
        await using TestServer server = new();
        string id = await ForestAsync(server);
        for (int i = 0; i < 620; i++)
        {
            Put(server, FormattableString.Invariant($"{i % 7}/{i}.txt"), [65]);
        }

        JsonElement list = await server.JsonAsync($"api/studies/{id}/trials/3/artifacts");

        Assert.Equal((500, true), (list.GetProperty("files").GetArrayLength(), list.GetProperty("isCut").GetBoolean()));
    }

    private static async Task<string> ForestAsync(TestServer server)
    {
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        return await server.IdAsync("forest");
    }

    private static string Put(TestServer server, string name, byte[] content, int trial = 3)
    {
        string path = Path.Combine(server.Folder, FormattableString.Invariant($"forest/artifacts/trial_{trial}"), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }
}
