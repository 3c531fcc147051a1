using Hypermax.Dashboard.Tests.Browsing;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Live;

/// <summary>The table of trials under the hands of somebody while its search runs fast.</summary>
public sealed class LiveTableTests(Browser browser) : IClassFixture<Browser>
{
    private const string Newest = "() => Number(document.querySelector('#trials tbody tr').dataset.trial)";

    [BrowserFact]
    public async Task Table_FocusedAndOutOfSight_DoesNotMoveThePageBack()
    {
        await using LiveTable table = await LiveTable.OpenAsync(browser, "trial");
        await table.Page.EvaluateAsync("() => { document.querySelector('#trials tbody tr input').focus(); window.scrollTo(0, 0); }");
        await table.RedrawAsync();
        await table.RedrawAsync();

        Assert.Equal(0, await table.Page.EvaluateAsync<double>("() => window.scrollY"));
        Assert.StartsWith("choose ", await table.Page.EvaluateAsync<string>("() => document.activeElement.dataset.key ?? ''"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Table_WhoseFocusedRowHasLeft_KeepsTheFocus()
    {
        await using LiveTable table = await LiveTable.OpenAsync(browser);
        string left = await table.Page.EvaluateAsync<string>(
            "() => { const box = document.querySelector('#trials tbody tr:last-child input'); box.focus(); return box.dataset.key; }");
        await table.Page.WaitForFunctionAsync("key => document.querySelector(`#trials [data-key='${key}']`) === null", left);

        Assert.Equal("Table of trials", await table.Page.EvaluateAsync<string>("() => document.activeElement.ariaLabel"));
    }

    [BrowserFact]
    public async Task Table_InWhichSomethingIsSelected_StaysUntilItIsNot()
    {
        await using LiveTable table = await LiveTable.OpenAsync(browser);
        await table.Page.EvaluateAsync("() => getSelection().selectAllChildren(document.querySelector('#trials tbody td:nth-child(2)'))");
        string selected = await table.Page.EvaluateAsync<string>("() => getSelection().toString()");
        int newest = await table.Page.EvaluateAsync<int>(Newest);
        await table.RedrawAsync();
        await table.RedrawAsync();

        Assert.NotEmpty(selected);
        Assert.Equal(selected, await table.Page.EvaluateAsync<string>("() => getSelection().toString()"));
        Assert.Equal(newest, await table.Page.EvaluateAsync<int>(Newest));
        await table.Page.EvaluateAsync("() => getSelection().removeAllRanges()");
        await table.Page.WaitForFunctionAsync($"before => ({Newest})() > before", newest);
    }

    [BrowserFact]
    public async Task Page_OnWhichSomethingIsPressed_StaysWhereItIs()
    {
        await using LiveTable table = await LiveTable.OpenAsync(browser);
        await table.Page.Locator("#title").HoverAsync();
        await table.Page.Mouse.DownAsync();
        int newest = await table.Page.EvaluateAsync<int>(Newest);
        await table.RedrawAsync();
        await table.RedrawAsync();

        Assert.Equal(newest, await table.Page.EvaluateAsync<int>(Newest));
        await table.Page.Mouse.UpAsync();
        await table.Page.WaitForFunctionAsync($"before => ({Newest})() > before", newest);
    }

    [BrowserFact]
    public async Task Pages_LeafedThroughByKeyToTheirEnd_KeepTheFocusBelowTheTable()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"), 120);
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("forest")}");
        List<string> focused = [];
        foreach ((string button, string rows) in new[] { ("Last", "101–120"), ("First", "1–50"), ("Next", "51–100"), ("Next", "101–120") })
        {
            await page.Page.FocusAsync($"[data-key='leaf {button}']");
            await page.Page.Keyboard.PressAsync("Enter");
            await page.Page.WaitForFunctionAsync("rows => document.querySelector('.pages span').textContent.startsWith(rows)", rows);
            focused.Add(await page.Page.EvaluateAsync<string>("() => document.activeElement.dataset.key ?? ''"));
        }

        Assert.Equal(["leaf First", "leaf Next", "leaf Next", "leaf First"], focused);
    }

    [BrowserFact]
    public async Task Study_OpenedAtItsTrials_ShowsThem()
    {
        await using LiveTable table = await LiveTable.OpenAsync(browser, fragment: "#trials");

        await table.Page.WaitForFunctionAsync("() => Math.abs(document.getElementById('trials').getBoundingClientRect().top) < window.innerHeight / 2");
    }

    private sealed class LiveTable(TestServer server, RunningSearch search, WatchedPage page) : IAsyncDisposable
    {
        public Microsoft.Playwright.IPage Page => page.Page;

        public static async Task<LiveTable> OpenAsync(Browser browser, string? sort = null, string fragment = "")
        {
            TestServer server = new();
            RunningSearch search = TestStudies.Search(Path.Combine(server.Folder, "live"), TimeSpan.FromMilliseconds(40));
            WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("live")}{fragment}");
            await page.Page.WaitForFunctionAsync("() => document.querySelectorAll('#trials tbody tr').length === 50");
            if (sort is not null)
            {
                // From the first trial on, whose rows stay.
                await page.Page.EvaluateAsync("name => document.querySelector(`#trials [data-key='head ${name}']`).click()", sort);
                await page.Page.WaitForFunctionAsync($"() => ({Newest})() === 0");
            }

            return new LiveTable(server, search, page);
        }

        /// <summary>Waits until the table has heard of more trials.</summary>
        public async Task RedrawAsync()
        {
            string version = await Page.EvaluateAsync<string>("() => document.querySelector('#trials [data-version]').dataset.version");
            await Page.WaitForFunctionAsync("before => document.querySelector('#trials [data-version]').dataset.version !== before", version);
        }

        public async ValueTask DisposeAsync()
        {
            await page.DisposeAsync();
            await search.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}
