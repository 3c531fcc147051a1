using System.Net;
using Hypermax.Dashboard.Notes;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Notes;

public sealed class NoteTests
{
    private const string NoNote = "e3b0c44298fc1c14";

    [Theory]
    [InlineData("[a](", 99_900)]
    [InlineData("*a **b ", 14_000)]
    [InlineData("[a](b\"", 16_000)]
    [InlineData("[a\n", 33_000)]
    [InlineData("***a ", 20_000)]
    public async Task Markdown_ThatWouldTakeMinutes_IsShownAsText(string piece, int times)
    {
        string markdown = string.Concat(Enumerable.Repeat(piece, times));

        string html = await Task.Run(() => NoteMarkdown.ToHtml(markdown)).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.StartsWith("<pre>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_LongAndOrdinary_IsRendered()
    {
        string table = "| a | b |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| some words of a row | 0.125 and **more** |\n", 150));
        const string Paragraph = "A paragraph with `code`, *weight* and a [link](https://example.com/a_b), as people write them.\n\n";
        string text = string.Concat(Enumerable.Repeat(Paragraph, 500));

        string html = NoteMarkdown.ToHtml(table + "\n" + text);

        Assert.Contains("<table>", html, StringComparison.Ordinal);
        Assert.Contains("<em>weight</em>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_LongerThanPagesShow_IsRefusedAndNotWrittenOver()
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        string file = Path.Combine(folder, "notes.md");
        await File.WriteAllTextAsync(file, new string('a', 500_000));

        HttpResponseMessage read = await server.Client.GetAsync($"api/studies/{id}/note");
        HttpResponseMessage write = await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/note", new { markdown = "mine", stamp = NoNote });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (read.StatusCode, write.StatusCode));
        Assert.Contains("notes.md", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(500_000, new FileInfo(file).Length);
    }

    [Theory]
    [InlineData("note", """{"markdown":"late","stamp":"e3b0c44298fc1c14"}""")]
    [InlineData("trials/3/note", """{"markdown":"late","stamp":"e3b0c44298fc1c14"}""")]
    [InlineData("label", """{"title":"late","tags":[],"isArchived":false}""")]
    public async Task Writing_OnAStudyThatIsGone_IsAnsweredSoAndMakesNoFolder(string what, string body)
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync($"api/studies/{id}")).StatusCode);
        Directory.Delete(folder, recursive: true);

        HttpResponseMessage answer = await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/{what}", System.Text.Json.JsonDocument.Parse(body).RootElement);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("no longer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Label_WithATagThatIsNone_IsRefusedInWords()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");

        HttpResponseMessage answer = await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/label", new { title = "a", tags = new string?[] { null } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("tag", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
