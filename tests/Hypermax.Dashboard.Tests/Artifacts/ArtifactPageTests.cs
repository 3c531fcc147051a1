using Hypermax.Dashboard.Tests.Browsing;
using Hypermax.Dashboard.Tests.Serving;
using Microsoft.Playwright;

namespace Hypermax.Dashboard.Tests.Artifacts;

/// <summary>The page of a trial shows pictures, sounds, tables and texts that it left, and new ones as they come.</summary>
public sealed class ArtifactPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Drawing =
        "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='60' onload='parent.alert(1)'><script>parent.alert(2)</script>"
        + "<rect width='120' height='60' style='fill:teal'/></svg>";

    [BrowserFact]
    public async Task Artifacts_OnThePage_AreShownInertAndFollow()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        await using RunningSearch search = TestStudies.Search(folder, TimeSpan.FromHours(1));
        Assert.True(SpinWait.SpinUntil(() => search.Study.Trials.Count > 0, TimeSpan.FromMinutes(1)));
        string files = Directory.CreateDirectory(Path.Combine(folder, "artifacts/trial_0")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(files, "dot.png"), Samples.Png);
        await File.WriteAllTextAsync(Path.Combine(files, "drawing.svg"), Drawing);
        await File.WriteAllBytesAsync(Path.Combine(files, "beep.wav"), Samples.Wave());
        await File.WriteAllTextAsync(Path.Combine(files, "\"><img src=x onerror=alert(3)>.csv"), "class,<b>count</b>\ncat,3\ndog,4\n");
        await File.WriteAllTextAsync(Path.Combine(files, "weights.bin"), "abc");
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("live")}/trials/0");

        await page.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('#artifacts img')].filter(img => img.naturalWidth > 0).length === 2");
        await page["#artifacts summary:has-text('beep.wav')"].ClickAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#artifacts audio')?.duration > 0.4");
        await page["#artifacts summary:has-text('.csv')"].ClickAsync();
        await page["#artifacts td:has-text('dog')"].WaitForAsync();
        Assert.Equal("<b>count</b>", await page["#artifacts th"].Nth(1).InnerTextAsync());

        // What has been opened stays open when another file comes.
        await File.WriteAllTextAsync(Path.Combine(files, "later.txt"), "epoch 2 done");
        await page["#artifacts summary:has-text('later.txt')"].ClickAsync();
        await page["#artifacts pre:has-text('epoch 2 done')"].WaitForAsync();
        Assert.True(await page["#artifacts td:has-text('dog')"].IsVisibleAsync());
        IDownload download = await page.Page.RunAndWaitForDownloadAsync(() => page["#artifacts a[aria-label='Download weights.bin']"].ClickAsync());
        Assert.Equal("weights.bin", download.SuggestedFilename);

        // Opened by its address a drawing is saved and not shown.
        string address = (await page["#artifacts img[alt='drawing.svg']"].GetAttributeAsync("src"))!;
        IDownload drawing = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.EvaluateAsync($"() => {{ location.href = '{address}'; }}"));
        Assert.Equal("drawing.svg", drawing.SuggestedFilename);
        await Pictures.KeepAsync(page, "artifacts");
        Assert.Empty(page.Complaints);
    }
}
