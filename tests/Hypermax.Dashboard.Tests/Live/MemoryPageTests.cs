using System.Diagnostics;
using Hypermax.Dashboard.Tests.Browsing;
using Hypermax.Dashboard.Tests.Processes;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.Execution.Command;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Dashboard.Tests.Live;

/// <summary>Pages over a trial in a process of its own, which takes more and more memory.</summary>
public sealed class MemoryPageTests(Browser browser) : IClassFixture<Browser>
{
    // "512 MiB, at most 600": the figure at its beginning.
    private const string NowInList = "() => parseFloat(document.querySelector('.running td.memory')?.textContent)";
    private const string NowOnPage = "() => parseFloat([...document.querySelectorAll('table[aria-label=Used] tr')]"
        + ".find(row => row.textContent.startsWith('memory now'))?.lastChild.textContent)";

    [BrowserFact]
    public async Task RunningTrial_ThatAllocates_GrowsOnItsPages()
    {
        await using TestServer server = new();
        await using WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(WorkerCommand.For(
            CommandProcess.PathOf("Objectives"),
            Path.Combine(Path.GetDirectoryName(CommandProcess.PathOf("Command"))!, "worker/Hypermax.Worker.dll")));
        SearchSpace space = workers.Objectives.Single(objective => objective.Name == "Chaos").Space;
        using Study study = Study.Create(space, new StudyOptions { Name = "grows", Folder = Path.Combine(server.Folder, "grows"), Trials = 1, Seed = 1 });
        study.Enqueue([((CategoricalParameter)space.Parameters[0]).IndexOf("grows")]);
        using CancellationTokenSource stop = new();
        Task<StudyResult> search = Task.Run(() => study.RunAsync(workers.For("Chaos"), cancellation: stop.Token));
        try
        {
            await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("grows")}");
            double first = await FigureAsync(page, NowInList, above: 0);
            double later = await FigureAsync(page, NowInList, above: first + 20);
            await LookAsync(page, "memory");

            await page[".running a"].First.ClickAsync();
            double here = await FigureAsync(page, NowOnPage, above: later);
            await FigureAsync(page, NowOnPage, above: here + 20);
            await LookAsync(page, "memory-trial");
            string used = await page["table[aria-label=Used]"].InnerTextAsync();
            Assert.Matches("processor time\\s+[0-9.]+ s\\s+memory now\\s+[0-9.]+ MiB\\s+most memory\\s+[0-9.]+ MiB", used);

            // What it has used comes in the place of what it uses.
            await page[".trial-head button:has-text('End')"].ClickAsync();
            await page["dialog button.primary"].ClickAsync();
            await page["h2 [data-state=failed]"].WaitForAsync();
            used = await page["table[aria-label=Used]"].InnerTextAsync();
            Assert.DoesNotContain("memory now", used, StringComparison.Ordinal);
            Assert.Contains("usual memory", used, StringComparison.Ordinal);
            Assert.Empty(page.Complaints);
        }
        finally
        {
            await stop.CancelAsync();
            await search;
        }
    }

    [BrowserFact]
    public async Task RunningTrial_ThatTakesAStep_ShowsItWithinASecondMostly()
    {
        await using TestServer server = new();
        string steps = Directory.CreateDirectory(Path.Combine(server.Folder, "steps")).FullName;

        // Each step is a program that holds 64 MiB, filled at once, as long as nobody reads what it would write.
        CommandSpec program = new()
        {
            FileName = "sh",
            Arguments =
            [
                "-c",
                "i=1; while :; do if [ -e $0/$i ]; then dd if=/dev/zero bs=64M count=1 2>/dev/null | sleep 600 & i=$((i+1)); fi; sleep 0.02; done",
                steps,
            ],
        };
        SearchSpace space = new("steps", [new NumericParameter("rate", Law.Uniform, 0, 1)]);
        using Study study = Study.Create(space, new StudyOptions { Name = "steps", Folder = Path.Combine(server.Folder, "study"), Trials = 1, Seed = 1 });
        using CancellationTokenSource stop = new();
        Task<StudyResult> search = Task.Run(() => study.RunAsync(new CommandExecutor(program, space), cancellation: stop.Token));
        try
        {
            await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{await server.IdAsync("study")}");
            double seen = await FigureAsync(page, NowInList, above: 0);
            List<TimeSpan> times = [];
            for (int step = 1; step <= 12; step++)
            {
                long taken = Stopwatch.GetTimestamp();
                await File.WriteAllTextAsync(Path.Combine(steps, $"{step}"), string.Empty);
                seen = await FigureAsync(page, NowInList, above: seen + 50);
                times.Add(Stopwatch.GetElapsedTime(taken));

                // Steps must not fall into the rhythm of those who look.
                await Task.Delay(100 + (step * 370 % 1000));
            }

            // A busy machine may be late with some.
            Assert.True(times.Order().ElementAt(5) < TimeSpan.FromSeconds(1), string.Join(", ", times.Select(time => $"{time.TotalSeconds:0.00}")));
        }
        finally
        {
            await stop.CancelAsync();
            await search;
        }
    }

    private static async Task<double> FigureAsync(WatchedPage page, string now, double above)
    {
        await page.Page.WaitForFunctionAsync($"above => ({now})() > above", above);
        return await page.Page.EvaluateAsync<double>(now);
    }

    private static async Task LookAsync(WatchedPage page, string name)
    {
        foreach ((string look, Microsoft.Playwright.ColorScheme scheme, int width) in new[]
        {
            ("light", Microsoft.Playwright.ColorScheme.Light, 1400),
            ("dark", Microsoft.Playwright.ColorScheme.Dark, 1400),
            ("narrow", Microsoft.Playwright.ColorScheme.Light, 360),
        })
        {
            await page.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.Page.SetViewportSizeAsync(width, 900);
            await page.Page.WaitForTimeoutAsync(300);
            int room = await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            await Pictures.KeepAsync(page, $"{name}-{look}");
            Assert.True(room <= 0, $"{name} {look} stands out by {room}");
        }

        await page.Page.SetViewportSizeAsync(1400, 900);
    }
}
