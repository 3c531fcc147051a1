using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Hypermax.Dashboard.Tests.Artifacts;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Browsing;

/// <summary>Every page keeps the rules of axe (WCAG 2.2 A and AA, and best practices), in light and dark, with all of its parts opened.</summary>
[Trait("Kind", "Browser")]
public sealed class AccessibilityTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserTheory]
    [InlineData(false, 1400)]
    [InlineData(true, 1400)]
    [InlineData(false, 390)]
    public async Task Pages_KeepTheRulesOfAxe(bool dark, int width)
    {
        await using TestServer server = new(options => options.Run = _ => throw new InvalidOperationException("Nothing is started here."));
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"), 80);
        TestStudies.Forest(Path.Combine(server.Folder, "second"), 30);
        await File.WriteAllTextAsync(Path.Combine(server.Folder, "search.json"), "{}");
        string files = Directory.CreateDirectory(Path.Combine(folder, "artifacts/trial_3")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(files, "dot.png"), Samples.Png);
        await File.WriteAllBytesAsync(Path.Combine(files, "beep.wav"), Samples.Wave());
        await File.WriteAllTextAsync(Path.Combine(files, "table.csv"), "a,b\n1,2\n");
        await File.WriteAllTextAsync(Path.Combine(files, "notes.txt"), "words");
        Directory.CreateDirectory(Path.Combine(folder, "logs"));
        await File.WriteAllTextAsync(Path.Combine(folder, "logs/trial_3.txt"), "epoch 1\n");
        await using RunningSearch search = TestStudies.Search(Path.Combine(server.Folder, "live"), TimeSpan.FromHours(1));
        string id = await server.IdAsync("forest");
        await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/label", new { title = "mine", tags = new[] { "a" }, isArchived = false });
        const string Note = "# Plan\n\n- [x] try **gini**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/note", new { markdown = Note, stamp = "e3b0c44298fc1c14" });
        List<string> found = [];
        await using WatchedPage page = await browser.OpenAsync(server.Address + "/", dark, width);
        foreach ((string name, string path) in new[]
        {
            ("list", "/"),
            ("study", $"/studies/{id}"),
            ("live", $"/studies/{await server.IdAsync("live")}"),
            ("trial", $"/studies/{id}/trials/3"),
            ("failed", $"/studies/{id}/trials/8"),
            ("trials", $"/studies/{id}/compare?numbers=1,2,8"),
            ("studies", $"/compare?ids={id},{await server.IdAsync("second")}"),
            ("signin", "/sign-in"),
        })
        {
            await page.GoAsync(server.Address + path);
            await page.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");
            await page.Page.WaitForTimeoutAsync(700);
            AxeResult result = await page.Page.RunAxe();
            found.AddRange(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{name}: {rule.Id} ({rule.Help}): {Short(node.Html)}")));
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
        Assert.Empty(page.Complaints);
    }

    private static string Short(string html) => html.Length > 160 ? html[..160] + "…" : html;
}
