using System.Text.Json;
using Hypermax.Dashboard.Tests.Browsing;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Guiding;
using Microsoft.Playwright;

namespace Hypermax.Dashboard.Tests.Processes;

/// <summary>Pages over processes that are started from them, and killed while they are open.</summary>
public sealed class ProcessPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-processes-").FullName;

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [BrowserFact]
    public async Task Search_StartedFromThePage_OutlivesAKilledServerAndIsFollowedAgain()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "rates")).FullName;
        WriteSearch(folder);
        (CommandProcess server, string address) = await CommandProcess.ServeAsync(_folder, port: 0, "--allow-run");
        try
        {
            await using WatchedPage page = await browser.OpenAsync(address + "/");
            await page["button[aria-label='Start rates/search.json']"].ClickAsync();
            await page["tr[data-study] [data-state=running]"].WaitForAsync();
            await page["#run-section pre:visible"].WaitForAsync();
            await Pictures.KeepAsync(page, "run");
            await page["tr[data-study] a"].ClickAsync();
            await FinishedAsync(page, 3);

            server.Kill();
            await page["#live-state[data-state=offline], #live-state[data-state=reconnecting]"].WaitForAsync();
            int known = Finished();
            await UntilAsync(() => Finished() > known + 5);
            (server, _) = await CommandProcess.ServeAsync(_folder, new Uri(address).Port);
            await page["#live-state[data-state=live], #live-state[data-state=polling]"].WaitForAsync();
            await FinishedAsync(page, known + 5);
            await page[".now-line [data-state=running]"].WaitForAsync();
        }
        finally
        {
            server.Dispose();
            await StopAsync();
        }
    }

    [BrowserFact]
    public async Task BuiltProject_StartedFromThePage_IsSearched()
    {
        string app = Path.Combine(_folder, "App");
        string arguments = Path.Combine(Directory.CreateDirectory(Path.Combine(app, "obj/Debug/net10.0/hypertune")).FullName, "hypertune.args");
        await File.WriteAllLinesAsync(
            arguments,
            [
                $"project={Path.Combine(app, "App.csproj")}",
                $"assembly={CommandProcess.PathOf("Objectives")}",
                "framework=.NETCoreApp",
                $"worker={Path.Combine(Path.GetDirectoryName(CommandProcess.PathOf("Command"))!, "worker/Hypermax.Worker.dll")}",
                $"output={Path.Combine(app, "artifacts")}",
                "HypertuneStudy=Figures",
                "HypertuneTrials=4",
            ]);
        (CommandProcess server, string address) = await CommandProcess.ServeAsync(_folder, port: 0, "--allow-run");
        using (server)
        {
            await using WatchedPage page = await browser.OpenAsync(address + "/");
            await page["button[aria-label='Start App/obj/Debug/net10.0/hypertune/hypertune.args']"].ClickAsync();
            await page["#run-section span:has-text('ended')"].WaitForAsync(new LocatorWaitForOptions { Timeout = 120_000 });
            await page["tr[data-study] [data-state=ended]"].WaitForAsync();

            Assert.Equal("ended", await page["#run-section span:has-text('ended')"].InnerTextAsync());
            Assert.Equal("Figures", await page["tr[data-study] a"].InnerTextAsync());
            Assert.Empty(page.Complaints);
        }

        Assert.Contains("hypertune.args", await File.ReadAllTextAsync(Path.Combine(app, "audit.jsonl")), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Search_KilledWhileItsPageIsOpen_IsInterruptedAndGoesOnWhenItIsStartedAgain()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "rates")).FullName;
        WriteSearch(folder);
        await using TestServer server = new(folder: _folder);
        using CommandProcess first = new(Path.Combine(folder, "search.json"));
        await UntilAsync(() => Finished() > 2);
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/");
        await page["tr[data-study] a"].ClickAsync();
        await page[".now-line [data-state=running]"].WaitForAsync();

        // Between two trials it would have left none behind.
        string slow = Path.Combine(folder, "slow");
        await File.WriteAllTextAsync(slow, string.Empty);
        await UntilAsync(() => JournalSnapshot.Read(Study()!).Trials.Any(trial => !trial.IsFinished && IsLongAgo(trial.Started)));
        first.Kill();
        await page[".now-line [data-state=interrupted]"].WaitForAsync();
        File.Delete(slow);
        int known = Finished();
        using CommandProcess second = new(Path.Combine(folder, "search.json"));
        try
        {
            await page[".now-line [data-state=running]"].WaitForAsync(new LocatorWaitForOptions { Timeout = 90_000 });
            await FinishedAsync(page, known + 2);
            Assert.Empty(page.Complaints);
        }
        finally
        {
            await StopAsync();
        }
    }

    [BrowserFact]
    public async Task Folder_ReplacedByThatOfAnotherStudy_ThePageShowsTheOther()
    {
        string folder = TestStudies.Forest(Path.Combine(_folder, "forest"), 40);
        string other = TestStudies.Forest(Path.Combine(_folder, "other"), 60);
        await using TestServer server = new(folder: _folder);
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("forest")}");
        await page["#trials [role=status]:has-text('40 trials')"].WaitForAsync();

        Directory.Move(folder, Path.Combine(_folder, "aside"));
        Directory.Move(other, folder);

        await page["#trials [role=status]:has-text('60 trials')"].WaitForAsync();
        await page["#banner"].WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        Assert.Empty(page.Complaints);
    }

    private static void WriteSearch(string folder) => File.WriteAllText(Path.Combine(folder, "search.json"), $$"""
        {
          "hyperparameters": {"type": "object", "properties": {"rate": {"type": "number", "min": 0.1, "max": 1, "scaling": "linear"} } },
          "function": {"type": "executable", "command": ["sh", "-c", "[ -e {{Path.Combine(folder, "slow")}} ] && sleep 60; sleep 0.2; echo {rate}"]},
          "search": {"method": "random", "iterations": 100000},
          "results": {"directory": {{JsonSerializer.Serialize(Path.Combine(folder, "results"))}}}
        }
        """);

    // It is a process of nobody here.
    private async Task StopAsync()
    {
        GuideClient.Ask(Study()!, new GuideRequest(GuideAction.Stop), TimeSpan.FromMinutes(1));
        await UntilAsync(() => FolderLock.OwnerOf(Study()!) is null);
    }

    private string? Study() => Directory.GetFiles(_folder, JournalStore.FileName, SearchOption.AllDirectories).Select(Path.GetDirectoryName).FirstOrDefault();

    private int Finished() => Study() is { } study ? JournalSnapshot.Read(study).Trials.Count(trial => trial.IsFinished) : 0;

    private static bool IsLongAgo(DateTimeOffset time) => TimeProvider.System.GetUtcNow() - time > TimeSpan.FromSeconds(4);

    private static async Task FinishedAsync(WatchedPage page, int count) => await page.Page.WaitForFunctionAsync(
        "count => Number(document.querySelector('.now-line .progress')?.textContent.split('/')[0] "
            + "?? document.querySelector('tr[data-trial]')?.dataset.trial) > count",
        count,
        new PageWaitForFunctionOptions { Timeout = 90_000 });

    private static async Task UntilAsync(Func<bool> isTrue)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        while (!isTrue())
        {
            await Task.Delay(100, limit.Token);
        }
    }
}
