using System.Net;
using System.Text.Json;
using Hypermax.Dashboard.Notes;
using Hypermax.Dashboard.Tests.Browsing;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.Tests;

namespace Hypermax.Dashboard.Tests.Access;

/// <summary>Names, logs, notes and addresses that want to be more than text.</summary>
public sealed class HostileTests(Browser browser) : IClassFixture<Browser>
{
    private const string Evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}\u202E\"'`";

    [Theory]
    [InlineData("/assets/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/../../etc/passwd")]
    [InlineData("/api/studies/..%2f..%2fetc/download/results.csv")]
    [InlineData("/api/studies/%2e%2e/trials/0/log")]
    [InlineData("/api/studies/0000000000000000")]
    public async Task Path_OutOfTheFolder_LeadsNowhere(string path)
    {
        await using TestServer server = new();

        HttpResponseMessage answer = await server.Client.GetAsync(server.Address + path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Download_UnknownFile_LeadsNowhere()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");

        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync($"api/studies/{id}/download/results.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync($"api/studies/{id}/download/journal.jsonl")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync($"api/studies/{id}/download/..%2Fforest%2Fstudy.lock")).StatusCode);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("[a](javascript:alert(1))", "javascript:")]
    [InlineData("[a](JaVaScRiPt&colon;alert(1))", "alert(1)\"")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)", "data:")]
    [InlineData("![a](https://tracker.example/x.png)", "<img")]
    [InlineData("<javascript:alert(1)>", "href=\"javascript")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]", "href=\"javascript")]
    public void Markdown_ThatWouldAct_IsInert(string markdown, string forbidden) =>
        Assert.DoesNotContain(forbidden, NoteMarkdown.ToHtml(markdown), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Markdown_NestedDeeperThanAnybodyWrites_IsShownAllTheSame() =>
        Assert.NotEmpty(NoteMarkdown.ToHtml(new string('>', 50_000) + " a"));

    [BrowserFact]
    public async Task Pages_OfAHostileStudy_RunNothing()
    {
        await using TestServer server = new();
        SearchSpace space = new(Evil, [new NumericParameter(Evil, Law.Uniform, 0, 1), new CategoricalParameter("__proto__", [Evil, "constructor"])]);
        string folder = Path.Combine(server.Folder, "evil <b>");
        TestStudies.Write(folder, StudySamples.Header(Evil, space), [.. Enumerable.Range(0, 12).Select(i => Trial(i))]);
        Directory.CreateDirectory(Path.Combine(folder, "logs"));
        await File.WriteAllTextAsync(Path.Combine(folder, "logs/trial_4.txt"), Evil + "\n\u001b]0;title\u0007");
        string id = await server.IdAsync("evil <b>");
        await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/note", new { markdown = Evil + "\n\n[x](javascript:alert(5))", stamp = "e3b0c44298fc1c14" });
        await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/label", new { title = Evil, tags = new[] { Evil }, isArchived = false });

        await using WatchedPage page = await browser.OpenAsync(server.Address + "/");
        foreach (string path in new[] { $"/studies/{id}", $"/studies/{id}/trials/4", $"/studies/{id}/compare?numbers=1,4", $"/compare?ids={id}" })
        {
            await page.GoAsync(server.Address + path);
            await page.Page.WaitForTimeoutAsync(500);
            Assert.Equal(0, await page["img, iframe, object, a[href^='javascript'], main script"].CountAsync());
        }

        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Filter_ThatMakesNoSense_IsAnsweredInWords()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");

        HttpResponseMessage answer = await server.Client.GetAsync($"api/studies/{id}/trials?filter=Tres%3E100");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Contains("did you mean 'Trees'", problem.GetProperty("error").GetString()!, StringComparison.Ordinal);
    }

    private static TrialRecord Trial(int number) => StudySamples.Trial(number, number + 1, number / 12d, number % 2) with
    {
        State = number % 5 == 4 ? TrialState.Failed : TrialState.Complete,
        Outcome = number % 5 == 4 ? TrialOutcome.Fail(FailureKind.Exception, Evil) : TrialOutcome.Of(number + 1) with
        {
            Metrics = new Dictionary<string, double>(StringComparer.Ordinal) { [Evil] = number },
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { [Evil] = Evil },
        },
    };
}
