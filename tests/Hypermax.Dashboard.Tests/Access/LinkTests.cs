using System.Net;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Access;

/// <summary>Links in the folder of a study that lead out of it show nothing of what is there, and nothing is written through them.</summary>
public sealed class LinkTests : IDisposable
{
    private const string Secret = "the words of somebody else";

    private readonly string _outside = Directory.CreateTempSubdirectory("hypermax-outside-").FullName;

    public void Dispose() => Directory.Delete(_outside, recursive: true);

    [UnixFact]
    public async Task Notes_ThroughALinkOutOfTheFolder_ShowNothing()
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        File.CreateSymbolicLink(Path.Combine(folder, "notes.md"), Outside("secret.md"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "notes"), _outside);
        Outside("trial_3.md");

        Assert.DoesNotContain(Secret, await server.Client.GetStringAsync($"api/studies/{id}/note"), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await server.Client.GetStringAsync($"api/studies/{id}/trials/3/note"), StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("label", "dashboard.json")]
    [InlineData("note", "notes.md")]
    public async Task Papers_OfWhichNoRecordCanBeKept_AreNotWritten(string what, string file)
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        File.CreateSymbolicLink(Path.Combine(folder, "audit.jsonl"), Path.Combine(_outside, "audit"));

        HttpResponseMessage answer = await server.SendAsync(
            HttpMethod.Put, $"api/studies/{id}/{what}", new { title = "mine", tags = Array.Empty<string>(), markdown = "mine", stamp = "e3b0c44298fc1c14" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.False(File.Exists(Path.Combine(folder, file)), "It is written although no record could be kept.");
        Assert.Empty(Directory.GetFiles(_outside));
    }

    [UnixFact]
    public async Task Notes_BelowALinkOutOfTheFolder_AreNotWritten()
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        Directory.CreateSymbolicLink(Path.Combine(folder, "notes"), _outside);

        HttpResponseMessage answer = await server.SendAsync(
            HttpMethod.Put, $"api/studies/{id}/trials/3/note", new { markdown = "mine", stamp = "e3b0c44298fc1c14" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Empty(Directory.GetFiles(_outside));
    }

    [UnixTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Log_ThroughALinkOutOfTheFolder_ShowsNothing(bool isFolder)
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        string secret = Outside("trial_1.txt");
        if (isFolder)
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, "logs"), _outside);
        }
        else
        {
            Directory.CreateDirectory(Path.Combine(folder, "logs"));
            File.CreateSymbolicLink(Path.Combine(folder, "logs/trial_1.txt"), secret);
        }

        Assert.DoesNotContain(Secret, await server.Client.GetStringAsync($"api/studies/{id}/trials/1/log"), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Log_ThroughALinkWithinTheFolder_IsShown()
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        Directory.CreateDirectory(Path.Combine(folder, "kept"));
        await File.WriteAllTextAsync(Path.Combine(folder, "kept/trial_1.txt"), "its own words");
        Directory.CreateSymbolicLink(Path.Combine(folder, "logs"), "kept");

        Assert.Contains("its own words", await server.Client.GetStringAsync($"api/studies/{id}/trials/1/log"), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Label_ThroughALinkOutOfTheFolder_IsNone()
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        File.CreateSymbolicLink(Path.Combine(folder, "dashboard.json"), Outside("label.json", $$"""{"title":"{{Secret}}","isArchived":false}"""));

        Assert.DoesNotContain(Secret, await server.Client.GetStringAsync("api/studies"), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Audit_ThroughALinkOutOfTheFolder_IsNotWritten()
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        string outside = Outside("victim.txt");
        File.CreateSymbolicLink(Path.Combine(folder, "audit.jsonl"), outside);

        HttpResponseMessage answer = await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/label", new { title = "a", isArchived = false });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(Secret, await File.ReadAllTextAsync(outside));
    }

    [UnixFact]
    public async Task Journal_ThroughALinkOutOfTheFolder_IsNotReadAndSaysSo()
    {
        await using TestServer server = new();
        string other = TestStudies.Forest(Path.Combine(_outside, "other"));
        string folder = Directory.CreateDirectory(Path.Combine(server.Folder, "linked")).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "journal.jsonl"), Path.Combine(other, "journal.jsonl"));

        string card = (await server.JsonAsync("api/studies")).GetProperty("studies")[0].ToString();

        Assert.Contains("unreadable", card, StringComparison.Ordinal);
        Assert.Contains("leads out of", card, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Search_ThroughALinkOutOfTheFolder_IsNotOffered()
    {
        await using TestServer server = new(options => options.Run = _ => throw new InvalidOperationException("It must not be started."));
        File.CreateSymbolicLink(Path.Combine(server.Folder, "search.json"), Outside("search.json", "{}"));

        Assert.Equal(0, (await server.JsonAsync("api/run")).GetArrayLength());
    }

    private string Outside(string name, string text = Secret)
    {
        string path = Path.Combine(_outside, name);
        File.WriteAllText(path, text);
        return path;
    }
}
