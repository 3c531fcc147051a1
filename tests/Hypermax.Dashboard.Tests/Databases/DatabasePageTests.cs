using Hypermax.Dashboard.Tests.Browsing;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.PostgreSql;
using Hypermax.TestSupport;
using Microsoft.Playwright;

namespace Hypermax.Dashboard.Tests.Databases;

/// <summary>The page of a study in a database while a worker really runs: it follows, steers, and says when the database is away.</summary>
public sealed class DatabasePageTests(Browser browser) : IClassFixture<Browser>
{
    [DatabasePageFact]
    public async Task Study_WhileAWorkerRuns_FollowsSteersAndOutlivesAnOutage()
    {
        using PostgresServer database = PostgresServer.Start();
        await using RunningSearch work = Databases.Work(database.Address, "live", TimeSpan.FromMilliseconds(150));
        await using TestServer server = new(options => options.Sources.Add(new PostgresStudies(database.Address)));
        await using WatchedPage page = await browser.OpenAsync(server.Address + "/");
        await page["tr[data-study] a"].First.ClickAsync();
        await page["figure[data-key=history][data-drawn=true]"].WaitForAsync();
        await page.Page.WaitForFunctionAsync("() => Number(document.querySelector('tr[data-trial]')?.dataset.trial) > 8");
        await Pictures.KeepAsync(page, "database-live");
        await FollowsAsync(page, work);

        await page["#steer-search button:has-text('Pause')"].ClickAsync();
        await page["#steer-search button:has-text('Resume')"].WaitForAsync();

        // The page knows what was asked for; a worker hears of it within a second or so.
        await HearsAsync(() => work.Study.IsPaused);
        await Pictures.KeepAsync(page, "database-paused");
        await page["#steer-search button:has-text('Resume')"].ClickAsync();
        await page["#steer-search button:has-text('Pause')"].WaitForAsync();
        await FollowsAsync(page, work);
        Assert.Contains("1 worker on", await page[".now-line"].InnerTextAsync(), StringComparison.Ordinal);
        await page["tr[data-parameter=kind] button:has-text('Lock')"].ClickAsync();
        await page["dialog select"].SelectOptionAsync("b");
        await page["dialog button[type=submit]"].ClickAsync();
        await page["dialog button.primary"].ClickAsync();
        await page["tr[data-parameter=kind] strong:has-text('locked at b')"].WaitForAsync();
        Assert.Empty(page.Complaints);

        database.Stop();
        await page["#banner:has-text('cannot be reached')"].WaitForAsync();
        await Pictures.KeepAsync(page, "database-away");
        Assert.InRange(await page["tr[data-trial]"].CountAsync(), 8, int.MaxValue);
        database.Go();
        await page["#banner"].WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await FollowsAsync(page, work);
    }

    [DatabasePageFact]
    public async Task RunningTrial_OfAWorkerWithoutAFolder_HasItsMemoryOnThePage()
    {
        using PostgresServer database = PostgresServer.Start();
        await using RunningSearch work = Databases.Work(database.Address, "live", TimeSpan.FromHours(1));
        await using TestServer server = new(options => options.Sources.Add(new PostgresStudies(database.Address)));
        await using WatchedPage page = await browser.OpenAsync(server.Address + "/");
        await page["tr[data-study] a"].First.ClickAsync();

        await page[".running td.memory:has-text('MiB')"].WaitForAsync();
        await Pictures.KeepAsync(page, "database-memory");

        Assert.StartsWith("process ", (await page[".running td.memory"].InnerTextAsync()).Trim(), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    private static async Task HearsAsync(Func<bool> hasHeard)
    {
        for (int look = 0; look < 600 && !hasHeard(); look++)
        {
            await Task.Delay(100);
        }

        Assert.True(hasHeard(), "A minute passed.");
    }

    private static async Task FollowsAsync(WatchedPage page, RunningSearch work)
    {
        int before = work.Study.Trials.Count(trial => trial.IsFinished);
        await page.Page.WaitForFunctionAsync(
            "before => Number(document.querySelector('tr[data-trial]').dataset.trial) > before", before, new PageWaitForFunctionOptions { Timeout = 60_000 });
    }
}
