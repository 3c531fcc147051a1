using System.Diagnostics;
using System.Globalization;
using Hypermax.Dashboard.Tests.Browsing;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Live;

/// <summary>Pages over searches that really run: they follow, filter, steer, and say when something is lost.</summary>
public sealed class LivePageTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task Study_WhileItIsSearched_FollowsWithoutBeingAsked()
    {
        await using TestServer server = new();
        await using RunningSearch search = TestStudies.Search(Path.Combine(server.Folder, "live"), TimeSpan.FromMilliseconds(150));
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("live")}");
        await page["figure[data-key=history][data-drawn=true]"].WaitForAsync();
        int before = search.Study.Trials.Count(trial => trial.IsFinished);

        await page.Page.WaitForFunctionAsync(
            "before => Number(document.querySelector('.now-line .progress')?.textContent.split('/')[0]) > before", before);
        string drawn = (await page["figure[data-key=history]"].GetAttributeAsync("data-version"))!;
        await page.Page.WaitForFunctionAsync(
            "drawn => document.querySelector('figure[data-key=history]').dataset.version !== drawn", drawn);

        // The newest trial stands at the top of the table.
        await page.Page.WaitForFunctionAsync("before => Number(document.querySelector('tr[data-trial]').dataset.trial) > before", before);
        Assert.Equal("live", await page["#live-state"].InnerTextAsync());
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Steering_FromThePage_TheSearchObeys()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        await using RunningSearch search = TestStudies.Search(folder, TimeSpan.FromMilliseconds(100));
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("live")}");

        await page["tr[data-parameter=kind] button:has-text('Lock')"].ClickAsync();
        await page["dialog select"].SelectOptionAsync("b");
        await page["dialog button[type=submit]"].ClickAsync();
        Assert.Contains("From now on it is b in every new trial.", await page["dialog"].InnerTextAsync(), StringComparison.Ordinal);
        await page["dialog button.primary"].ClickAsync();
        await page["tr[data-parameter=kind] strong:has-text('locked at b')"].WaitForAsync();
        int from = search.Study.Trials.Count + 1;
        await Until(() => search.Study.Trials.Count > from + 5);
        await page["button:has-text('Pause')"].ClickAsync();
        await page[".now-line [data-state=paused]"].WaitForAsync();

        Assert.True(search.Study.IsPaused);
        Assert.All(search.Study.Trials.Skip(from), trial => Assert.Equal(1, trial.Point[1]));
        string[] audit = await File.ReadAllLinesAsync(Path.Combine(folder, "audit.jsonl"));
        Assert.Equal(2, audit.Length);
        Assert.Contains("this machine", audit[0], StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task End_OfARunningTrial_StopsItAndTheSearchGoesOn()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        await using RunningSearch search = TestStudies.Search(folder, TimeSpan.FromHours(1));
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("live")}");

        await page["#now button:has-text('End')"].First.ClickAsync();
        Assert.Contains("counts as failed", await page["dialog"].InnerTextAsync(), StringComparison.Ordinal);
        await page["dialog button.primary"].ClickAsync();
        await Until(() => search.Study.Trials.Count > 1);
        TrialRecord ended = search.Study.Trials[0];
        await page["tr[data-trial='0']:has-text('fail')"].WaitForAsync();

        Assert.Equal((TrialState.Failed, FailureKind.Ended), (ended.State, ended.Outcome?.Failure));
        Assert.Equal(TrialState.Running, search.Study.Trials[1].State);
        Assert.Contains("\\u0022end\\u0022", Assert.Single(await File.ReadAllLinesAsync(Path.Combine(folder, "audit.jsonl"))), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Enqueue_FromTheForm_IsTriedNext()
    {
        await using TestServer server = new();
        await using RunningSearch search = TestStudies.Search(Path.Combine(server.Folder, "live"), TimeSpan.FromMilliseconds(100));
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("live")}");

        await page["#steering summary:has-text('point of your own')"].ClickAsync();
        await page["#enqueue input"].FillAsync("7");
        await page["#enqueue button[type=submit]"].ClickAsync();
        string refusal = await page[".toast.bad"].First.InnerTextAsync();
        await page["#enqueue input"].FillAsync("0.123");
        await page["#enqueue button[type=submit]"].ClickAsync();
        await Until(() => search.Study.Trials.Any(trial => trial.IsEnqueued));

        Assert.Contains("must lie between", refusal, StringComparison.Ordinal);
        Assert.Equal(0.123, search.Study.Trials.First(trial => trial.IsEnqueued).Point[0], 6);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Study_Opened_NoChartIsAskedForTwice()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"), 80);
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("forest")}");
        await page["html[data-ready=true]"].WaitForAsync();
        await page["figure[data-key=history][data-drawn=true]"].WaitForAsync();

        string[] asked = await page.Page.EvaluateAsync<string[]>(
            "() => performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.includes('/chart?'))");

        Assert.NotEmpty(asked);
        Assert.Equal(asked.Distinct(StringComparer.Ordinal), asked);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Filter_Typed_IsSharedByTableAndCharts()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"), 80);
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("forest")}");
        await page["figure[data-key=history][data-drawn=true]"].WaitForAsync();
        string before = (await page["figure[data-key=history]"].GetAttributeAsync("data-version"))!;

        await page["#trial-filter"].FillAsync("Trees>100 status=ok");
        await page.Page.WaitForFunctionAsync("() => / of 80 trials/.test(document.querySelector('#trials [role=status]').textContent)");
        await page.Page.WaitForFunctionAsync("before => document.querySelector('figure[data-key=history]').dataset.version !== before", before);

        string count = (await page["#trials [role=status]"].InnerTextAsync()).Split(' ')[0];
        Assert.InRange(int.Parse(count, CultureInfo.InvariantCulture), 1, 79);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Folder_DeletedAndBack_ThePageSaysSoAndRecovers()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "forest");
        TestStudies.Forest(folder);
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("forest")}");

        Directory.Delete(folder, recursive: true);
        await page["#banner:has-text('no longer')"].WaitForAsync();
        int kept = await page["tr[data-trial]"].CountAsync();
        TestStudies.Forest(folder, 45);
        await page["#banner"].WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#trials [role=status]').textContent === '45 trials'");

        Assert.Equal(40, kept);
    }

    [BrowserTheory]
    [InlineData("studies/nothing", "There is no such study here", "/")]
    [InlineData("studies/ID/trials/1000", "There is no such trial here", "/studies/ID")]
    public async Task Page_OfWhatIsNotThere_SaysSoAloneAndLeadsBack(string path, string text, string back)
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/{path.Replace("ID", id, StringComparison.Ordinal)}");

        await page[$"main p:has-text('{text}')"].WaitForAsync();

        Assert.Equal(0, await page["main section"].CountAsync() + await page["#sections a"].CountAsync());
        Assert.Equal(back.Replace("ID", id, StringComparison.Ordinal), await page["main a"].GetAttributeAsync("href"));
    }

    [BrowserFact]
    public async Task Filter_InTheAddressThatMakesNoSense_IsSaidAtItsField()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("forest")}?filter=nothing%3D1");

        await page[".shared-filter [role=alert]:has-text('no column')"].WaitForAsync();
        await page["tr[data-trial]"].First.WaitForAsync();

        Assert.True(await page["#banner"].IsHiddenAsync());
    }

    [BrowserFact]
    public async Task Study_ThatHasNotBegun_AsksForNothingMoreAndFollows()
    {
        await using TestServer server = new();
        string folder = Directory.CreateDirectory(Path.Combine(server.Folder, "forest")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "journal.jsonl"), string.Empty);
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("forest")}");
        await page["main > p:has-text('follows by itself')"].WaitForAsync();
        bool isShown = await page["#trials"].IsVisibleAsync();

        TestStudies.Forest(folder);
        await page["figure[data-key=history][data-drawn=true]"].WaitForAsync();
        await page["#notes button"].WaitForAsync();

        Assert.False(isShown);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Search_Killed_ThePageCallsItsTrialInterrupted()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        RunningSearch search = TestStudies.Search(folder, TimeSpan.FromMilliseconds(300));
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("live")}");
        await page[".now-line [data-state=running]"].WaitForAsync();

        // A cancelled search leaves its trial as a killed one does: begun, and not ended.
        await search.DisposeAsync();
        await page[".now-line [data-state=interrupted]"].WaitForAsync();

        Assert.Contains("No search runs", await page["#steering"].InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task SignIn_WithTheRightPassword_LeadsBackToThePage()
    {
        await using TestServer server = new(options => options.Accounts = TestServer.Accounts, pathBase: "/tuning");
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        await using WatchedPage page = await browser.OpenAsync(server.Address + "/");
        Assert.EndsWith("/tuning/sign-in?back=%2Ftuning%2F", page.Page.Url, StringComparison.Ordinal);

        await page["#name"].FillAsync("rob");
        await page["#password"].FillAsync("correct horse");
        await page["button[type=submit]"].ClickAsync();
        await page["tr[data-study] a"].First.ClickAsync();
        await page["#steering:has-text('You may look, but not steer.')"].WaitForAsync();

        Assert.Equal(0, await page["#steering button"].CountAsync());
        Assert.Contains("rob", await page["#visitor"].InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    private static async Task Until(Func<bool> isTrue)
    {
        long started = Stopwatch.GetTimestamp();
        while (!isTrue())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60), "It did not happen within a minute.");
            await Task.Delay(50);
        }
    }
}
