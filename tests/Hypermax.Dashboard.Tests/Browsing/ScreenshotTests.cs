using Hypermax.Dashboard.Tests.Serving;
using Microsoft.Playwright;

namespace Hypermax.Dashboard.Tests.Browsing;

/// <summary>Every page in light, dark and narrow: nothing stands out of the window, nothing complains.</summary>
/// <remarks>With HYPERMAX_SCREENSHOTS=FOLDER pictures are kept.</remarks>
[Trait("Kind", "Browser")]
public sealed class ScreenshotTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly (string Look, bool IsDark, int Width)[] Looks =
        [("light", false, 1400), ("dark", true, 1400), ("narrow", false, 360), ("narrow-dark", true, 360)];

    [BrowserFact]
    public async Task Pages_LightDarkAndNarrow_FitTheirWindow()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"), 80);
        TestStudies.Forest(Path.Combine(server.Folder, "nested/second forest"), 30);
        await using RunningSearch search = TestStudies.Search(Path.Combine(server.Folder, "live"), TimeSpan.FromMilliseconds(200));
        string id = await server.IdAsync("forest");
        string other = await server.IdAsync("live");
        const string Note = "## Plan\n\n- [x] try **gini**\n- [ ] more trees\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/note", new { markdown = Note, stamp = "e3b0c44298fc1c14" });
        (string Name, string Path)[] pages =
        [
            ("list", "/"),
            ("study", $"/studies/{id}"),
            ("live", $"/studies/{other}"),
            ("trial", $"/studies/{id}/trials/8"),
            ("best", $"/studies/{id}/trials/3"),
            ("trials", $"/studies/{id}/compare?numbers=1,2,8"),
            ("studies", $"/compare?ids={id},{await server.IdAsync("nested/second forest")}"),
            ("signin", "/sign-in"),
        ];
        foreach ((string look, bool dark, int width) in Looks)
        {
            await using WatchedPage page = await browser.OpenAsync(server.Address + "/", dark, width);
            foreach ((string name, string path) in pages)
            {
                await page.GoAsync(server.Address + path);
                await page.Page.WaitForTimeoutAsync(700);

                int room = await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                await KeepAsync(page, $"{name}-{look}");
                Assert.True(room <= 0, $"{name} {look} stands out by {room}");
            }

            Assert.Empty(page.Complaints);
        }
    }

    [BrowserFact]
    public async Task Pages_OfWhatIsMissingOrBroken_FitTheirWindow()
    {
        await using TestServer empty = new();
        await using TestServer server = new(options => options.Run = _ => throw new InvalidOperationException("Nothing is started here."));
        TestStudies.Forest(Path.Combine(server.Folder, "forest"), 12);
        foreach ((string folder, string journal) in new[] { ("begun-not", string.Empty), ("broken", "{\"format\":99}\n") })
        {
            Directory.CreateDirectory(Path.Combine(server.Folder, folder));
            await File.WriteAllTextAsync(Path.Combine(server.Folder, folder, "journal.jsonl"), journal);
        }

        await File.WriteAllTextAsync(Path.Combine(server.Folder, "search.json"), "{}");
        string id = await server.IdAsync("forest");
        (string Name, string Address)[] pages =
        [
            ("none", empty.Address + "/"),
            ("run", server.Address + "/"),
            ("unbegun", $"{server.Address}/studies/{await server.IdAsync("begun-not")}"),
            ("unreadable", $"{server.Address}/studies/{await server.IdAsync("broken")}"),
            ("study-missing", $"{server.Address}/studies/nothing"),
            ("trial-missing", $"{server.Address}/studies/{id}/trials/1000"),
            ("filter-wrong", $"{server.Address}/studies/{id}?filter=nothing%3D1"),
            ("compare-missing", $"{server.Address}/compare?ids=nothing,{id}"),
        ];
        foreach ((string look, bool dark, int width) in Looks)
        {
            await using WatchedPage page = await browser.OpenAsync(server.Address + "/", dark, width);
            foreach ((string name, string address) in pages)
            {
                await page.GoAsync(address);
                await page.Page.WaitForTimeoutAsync(700);

                int room = await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                await KeepAsync(page, $"{name}-{look}");
                Assert.True(room <= 0, $"{name} {look} stands out by {room}");
            }
        }
    }

    private static async Task KeepAsync(WatchedPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HYPERMAX_SCREENSHOTS") is { Length: > 0 } folder)
        {
            // Charts are drawn when they come near the window.
            int height = await page.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            for (int top = 0; top < height; top += 700)
            {
                await page.Page.EvaluateAsync($"scrollTo(0, {top})");
                await page.Page.WaitForTimeoutAsync(150);
            }

            await page.Page.EvaluateAsync("scrollTo(0, 0)");
            await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
            await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + "-window.png") });
        }
    }
}
