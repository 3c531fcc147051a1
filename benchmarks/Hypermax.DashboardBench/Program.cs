// What pages of the dashboard take, and what they cost a search:
// dotnet run -c Release --project benchmarks/Hypermax.DashboardBench -- PATH/TO/hypermax [view|many|cost|reading …]
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hypermax;
using Hypermax.Execution.InProcess;
using Microsoft.Playwright;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string hypermax = args[0];
string root = Directory.CreateTempSubdirectory("hypermax-dashboard-bench-").FullName;
string[] parts = args.Length > 1 ? args[1..] : ["view", "many", "cost", "reading"];
if (parts.Contains("view"))
{
    await FirstViewAsync(10_000, 30);
    await FirstViewAsync(100_000, 30);
}

if (parts.Contains("many"))
{
    await ManyStudiesAsync(20, 5_000);
}

if (parts.Contains("cost"))
{
    await CostAsync(pairs: 7, yields: false);
}

if (parts.Contains("reading"))
{
    // What is left of that where somebody else's machine draws the pages.
    await CostAsync(pairs: 7, yields: true);
}

Directory.Delete(root, recursive: true);

async Task FirstViewAsync(int trials, int parameters)
{
    string folder = Write($"wide-{trials}", trials, parameters);
    using Process server = Serve(folder, out string address);
    string id = await FirstIdAsync(address);
    (IPlaywright driver, IBrowser browser) = await ChromiumAsync();
    for (int i = 0; i < 3; i++)
    {
        IPage page = await browser.NewPageAsync();
        long started = Stopwatch.GetTimestamp();
        await page.GotoAsync($"{address}studies/{id}");
        await page.WaitForSelectorAsync("tr[data-trial]");
        await page.WaitForSelectorAsync("figure[data-key=history][data-drawn=true]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        TimeSpan view = Stopwatch.GetElapsedTime(started);
        await page.WaitForSelectorAsync("html[data-ready=true]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached, Timeout = 120_000 });
        Console.WriteLine(
            $"{trials} x {parameters}: first view {view.TotalSeconds:0.00} s, whole page {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");
        await page.CloseAsync();
    }

    await RequestsAsync(address, id, trials);
    server.Refresh();
    Console.WriteLine($"{trials} x {parameters}: server {server.WorkingSet64 / 1048576} MiB");
    await browser.DisposeAsync();
    driver.Dispose();
    End(server);
}

async Task RequestsAsync(string address, string id, int trials)
{
    using HttpClient client = new();
    string url = $"{address}api/studies/{id}/trials?sort=p3&filter=p1%3E0.01&from=";
    await client.GetStringAsync(url + "0");
    int done = 0;
    long started = Stopwatch.GetTimestamp();
    await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellation) =>
    {
        await client.GetStringAsync(url + (i * 50 % (trials / 2)), cancellation);
        Interlocked.Increment(ref done);
    });
    Console.WriteLine($"{trials}: {done / Stopwatch.GetElapsedTime(started).TotalSeconds:0} requests a second on the table, sorted and filtered");
}

async Task ManyStudiesAsync(int studies, int trials)
{
    string folder = Path.Combine(root, "many");
    for (int i = 0; i < studies; i++)
    {
        Write($"many/{i}", trials, 10);
    }

    using Process server = Serve(folder, out string address);
    using HttpClient client = new();
    long started = Stopwatch.GetTimestamp();
    await client.GetStringAsync(address + "api/studies");
    TimeSpan list = Stopwatch.GetElapsedTime(started);
    for (int i = 0; i < 5; i++)
    {
        await client.GetStringAsync(address + "api/studies");
    }

    server.Refresh();
    Console.WriteLine($"{studies} studies of {trials}: list {list.TotalSeconds:0.00} s, server {server.WorkingSet64 / 1048576} MiB");
    End(server);
}

// The same search with and without three open pages, in pairs whose order changes: what else the machine does meets both.
async Task CostAsync(int pairs, bool yields)
{
    string folder = Path.Combine(root, yields ? "read" : "watched");
    Directory.CreateDirectory(folder);
    using Process server = Serve(folder, out string address);
    (IPlaywright driver, IBrowser browser) = await ChromiumAsync(yields);
    await TrialsAsync($"warm-{yields}");
    List<double> ratios = [];
    for (int pair = 0; pair < pairs; pair++)
    {
        double alone = pair % 2 == 0 ? await TrialsAsync($"alone-{yields}-{pair}") : 0;
        (double watched, double served, double drawn) = await WatchedAsync($"{pair}");
        alone = pair % 2 == 0 ? alone : await TrialsAsync($"alone-{yields}-{pair}");
        ratios.Add(watched / alone);
        Console.WriteLine(
            $"pair {pair}: alone {alone:0}, with three pages {watched:0} trials a second, ratio {ratios[^1]:0.000}; "
            + $"server {served:0.00}, Chromium {drawn:0.00} processors");
    }

    double[] sorted = [.. ratios.Order()];
    Console.WriteLine($"median ratio {sorted[pairs / 2]:0.000}, from {sorted[0]:0.000} to {sorted[^1]:0.000}");
    await browser.DisposeAsync();
    driver.Dispose();
    End(server);

    async Task<(double Rate, double Served, double Drawn)> WatchedAsync(string name)
    {
        using CancellationTokenSource opened = new();
        Task<double> search = TrialsAsync(Path.Combine(folder, name), opened.Token);
        string id = await FirstIdAsync(address, name);
        IPage[] pages = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            // A context each, so that none is a hidden tab.
            IPage page = await (await browser.NewContextAsync()).NewPageAsync();
            await page.GotoAsync($"{address}studies/{id}");
            await page.WaitForSelectorAsync(
                "html[data-ready=true]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached, Timeout = 120_000 });
            return page;
        }));
        (TimeSpan server0, TimeSpan chromium0, long started) = (Used(server), Used(Process.GetProcessesByName("chromium")), Stopwatch.GetTimestamp());
        await opened.CancelAsync();
        double rate = await search;
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        double served = (Used(server) - server0) / took;
        double drawn = (Used(Process.GetProcessesByName("chromium")) - chromium0) / took;
        foreach (IPage page in pages)
        {
            await page.Context.CloseAsync();
        }

        return (rate, served, drawn);
    }
}

static TimeSpan Used(params Process[] processes) => processes.Aggregate(TimeSpan.Zero, (sum, process) =>
{
    process.Refresh();
    return sum + process.TotalProcessorTime;
});

// Trials that wait, so that the rate is about a thousand a second on a machine with time left; measured for ten seconds, from the third on or from when
// that is told.
async Task<double> TrialsAsync(string name, CancellationToken begin = default)
{
    SearchSpace space = new("s", [.. Enumerable.Range(0, 5).Select(i => new NumericParameter($"p{i}", Law.Uniform, 0, 1))]);
    using Study study = Study.Create(
        space,
        new StudyOptions { Name = name, Folder = Path.Combine(root, name), Trials = 10_000_000, Seed = 1, Method = "random", Workers = 4 });
    using CancellationTokenSource end = new();
    int done = 0;
    Task<StudyResult> search = Task.Run(() => study.RunAsync(
        new InProcessExecutor(async (point, context) =>
        {
            await Task.Delay(3, context.Cancellation);
            Interlocked.Increment(ref done);
            return point[0];
        }),
        cancellation: end.Token));
    await Task.Delay(begin.CanBeCanceled ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(3), begin).ContinueWith(_ => { }, TaskScheduler.Default);
    (int before, long started) = (Volatile.Read(ref done), Stopwatch.GetTimestamp());
    await Task.Delay(TimeSpan.FromSeconds(10), CancellationToken.None);
    double rate = (Volatile.Read(ref done) - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    await end.CancelAsync();
    await search;
    return rate;
}

string Write(string name, int trials, int parameters)
{
    string folder = Path.Combine(root, name);
    SearchSpace space = new("wide", [.. Enumerable.Range(0, parameters).Select(i => new NumericParameter($"p{i}", Law.LogUniform, 1e-3, 10))]);
    using Study study = Study.Create(
        space, new StudyOptions { Name = name, Folder = folder, Trials = trials, Seed = 1, Method = "random", Order = ProposalOrder.Arrival });
    for (int i = 0; i < trials; i++)
    {
        Trial trial = study.Ask()!;
        study.Tell(trial, Math.Abs(Math.Log(trial.Point[0])) + trial.Point[1]);
    }

    return folder;
}

Process Serve(string folder, out string address)
{
    Process server = Process.Start(new ProcessStartInfo(hypermax, ["dashboard", folder, "--no-open", "--port", "0"]) { RedirectStandardOutput = true })!;
    address = server.StandardOutput.ReadLine()!;
    return server;
}

async Task<string> FirstIdAsync(string address, string? place = null)
{
    using HttpClient client = new();
    long started = Stopwatch.GetTimestamp();
    JsonElement studies = JsonDocument.Parse(await client.GetStringAsync(address + "api/studies")).RootElement.GetProperty("studies");
    Console.WriteLine($"journals read in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");
    return studies.EnumerateArray().First(study => place is null || study.GetProperty("place").GetString() == place).GetProperty("id").GetString()!;
}

async Task<(IPlaywright Driver, IBrowser Browser)> ChromiumAsync(bool yields = false)
{
    IPlaywright driver = await Playwright.CreateAsync();
    string program = "/usr/bin/chromium";
    if (yields)
    {
        // It draws with what others leave of the processors.
        program = Path.Combine(root, "chromium");
        await File.WriteAllTextAsync(program, "#!/bin/sh\nexec nice -n 19 /usr/bin/chromium \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    return (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox"] }));
}

void End(Process server)
{
    server.Kill(entireProcessTree: true);
    server.WaitForExit();
}
