using Hypermax.Charts;
using Hypermax.Charts.Drawing;
using Hypermax.Html;
using Hypermax.Numerics;
using Hypermax.Reports;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Summary;
using Hypermax.Tests.Fronts;
using Microsoft.Playwright;

namespace Hypermax.Tests;

[Trait("Kind", "Browser")]
public sealed class ReportPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-browser-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public async Task Open_EveryKindOfLayer_IsDrawnWithoutComplaint()
    {
        await using WatchedPage page = await browser.OpenAsync(WriteReport());

        await DrawAll(page);

        Assert.Empty(page.Complaints);
        int figures = await page["figure[data-chart]"].CountAsync();
        Assert.Equal(6, figures);
        Assert.Equal(figures, await page["figure[data-drawn=true]"].CountAsync());
        Assert.All(await InkOf(page), share => Assert.InRange(share, 0.005, 1));
    }

    [BrowserFact]
    public async Task Open_WrittenReport_AllItsChartsAreDrawn()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest(60);
        ReportOutcome outcome = ReportWriter.Write(header, trials, _folder, new ReportOptions { Detail = ReportDetail.Pages });
        await using WatchedPage page = await browser.OpenAsync(Path.Combine(_folder, "report.html"), dark: true);

        await DrawAll(page);

        Assert.Empty(outcome.Failures);
        Assert.Empty(page.Complaints);
        int figures = await page["figure[data-chart]"].CountAsync();
        Assert.InRange(figures, 15, 100);
        Assert.Equal(figures, await page["figure[data-drawn=true]"].CountAsync());
        Assert.Equal(outcome.Findings.Count, await page[".findings li"].CountAsync());
    }

    [BrowserFact]
    public async Task Open_InANarrowWindow_ValuesOfLongNamesAreInSight()
    {
        SearchSpace space = new("s", [new NumericParameter("optimizer.learning_rate_of_the_very_first_layer", Law.LogUniform, 1e-4, 1)]);
        TrialRecord[] trials = [.. Enumerable.Range(0, 3).Select(number => StudySamples.Trial(number, number, 0.1))];
        ReportWriter.Write(StudySamples.Header("narrow", space), trials, _folder, new ReportOptions { Detail = ReportDetail.Pages });
        await using WatchedPage page = await browser.OpenAsync(Path.Combine(_folder, "report.html"));

        await page.Page.SetViewportSizeAsync(360, 800);

        double[] ends = await page.Page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('table.values td')].map(cell => cell.getBoundingClientRect().right)");
        Assert.NotEmpty(ends);
        Assert.All(ends, end => Assert.InRange(end, 1, 360));
    }

    [BrowserFact]
    public async Task Open_InANarrowWindow_ValuesAreWholeWords()
    {
        SearchSpace space = new(
            "s",
            [
                new CategoricalParameter("model.criterion_of_the_trees", ["Entropy", "LogarithmicLoss"]),
                new NumericParameter("optimizer.learning_rate_of_the_first_layer", Law.LogUniform, 1e-4, 1),
            ]);
        TrialRecord[] trials = [.. Enumerable.Range(0, 3).Select(number => StudySamples.Trial(number, number, 1, 0.1))];
        ReportWriter.Write(StudySamples.Header("narrow", space), trials, _folder, new ReportOptions { Detail = ReportDetail.Pages });
        await using WatchedPage page = await browser.OpenAsync(Path.Combine(_folder, "report.html"));

        await page.Page.SetViewportSizeAsync(360, 800);

        // One line a value: as high as a letter's line and the padding.
        double[] heights = await page.Page.EvaluateAsync<double[]>("""
            [...document.querySelectorAll('table.values td:nth-child(2)')].map(cell => {
              const range = document.createRange();
              range.selectNodeContents(cell);
              return range.getBoundingClientRect().height / parseFloat(getComputedStyle(cell).lineHeight);
            })
            """);
        Assert.Equal(2, heights.Length);
        Assert.All(heights, height => Assert.InRange(height, 0.3, 1.3));
    }

    [BrowserFact]
    public void Write_ThousandTrialsOfTenParameters_PageIsBelowHalfAMegabyte() =>
        Assert.InRange(new FileInfo(WriteWide(1000, 10)).Length, 100_000, 500_000);

    [BrowserFact]
    public async Task Open_ThousandsOfTrials_DrawsChartsNearTheWindowAndPointsTellTheirTrial()
    {
        await using WatchedPage page = await browser.OpenAsync(WriteWide(3000, 4), fragment: "#charts");
        await page["figure[data-drawn=true]"].First.WaitForAsync();
        int drawn = await page["figure[data-drawn]"].CountAsync();

        // A row below the window at most: what is drawn takes the place that was kept for it.
        Assert.InRange(drawn, 2, 6);
        ILocator plot = page["figure[data-chart='0'] .plot"];
        await plot.FocusAsync();
        await page.Page.Keyboard.PressAsync("End");
        Assert.Matches("^trial 2999, loss: [0-9.]+$", await page["#live"].TextContentAsync());
        Assert.Matches("^trial [0-9]+\n", await HoverUntilTipAsync(page, plot));
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Open_DarkSystem_PageAndChartsAreDark()
    {
        await using WatchedPage page = await browser.OpenAsync(WriteReport(), dark: true);

        string background = await page.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        await page["#theme"].ClickAsync();
        string after = await page.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

        Assert.Equal("rgb(22, 27, 34)", background);
        Assert.Equal("rgb(255, 255, 255)", after);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Table_HeadPressedTwice_SortsBothWays()
    {
        await using WatchedPage page = await browser.OpenAsync(WriteReport());

        // By key, for a page that is still being laid out moves away under a mouse.
        await page["table.trials th button:has-text('FeatureFraction')"].PressAsync("Enter");
        double[] rising = await ColumnOf(page, "FeatureFraction");
        await page["table.trials th button:has-text('FeatureFraction')"].PressAsync("Enter");
        double[] falling = await ColumnOf(page, "FeatureFraction");

        Assert.Equal(40, rising.Length);
        Assert.Equal(rising.Order(), rising);
        Assert.Equal(rising.OrderDescending(), falling);
        Assert.Equal("descending", await page["table.trials th:has-text('FeatureFraction')"].GetAttributeAsync("aria-sort"));
    }

    [BrowserFact]
    public async Task Table_FilterTyped_ShowsMatchingTrialsOnly()
    {
        await using WatchedPage page = await browser.OpenAsync(WriteReport());
        (_, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();

        await page["#trial-filter"].FillAsync("Trees>100 Booster=Gradient");
        int both = await page["table.trials tbody tr"].CountAsync();
        await page["#trial-filter"].FillAsync("status=fail");
        int failed = await page["table.trials tbody tr"].CountAsync();

        Assert.Equal(trials.Count(trial => trial.Point[0] > 100 && trial.Point[4] == 1), both);
        Assert.Equal(trials.Count(trial => trial.State == TrialState.Failed), failed);
    }

    [BrowserFact]
    public async Task Point_Clicked_OpensItsTrial()
    {
        await using WatchedPage page = await browser.OpenAsync(WriteReport());
        await DrawAll(page);
        ILocator plot = page["figure[data-chart='0'] .plot"];
        await plot.ScrollIntoViewIfNeededAsync();
        await plot.FocusAsync();

        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.Keyboard.PressAsync("Enter");

        Assert.True(await page["#trial"].IsVisibleAsync());
        Assert.Equal("Trial 0", await page["#trial h2"].InnerTextAsync());
        Assert.EndsWith("#trial-0", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task PointOfTheFront_ClickedByTheMouse_ShowsTheCommandThatChoosesIt()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = FrontSamples.Study();
        const string command = "dotnet build -t:Hypertune -p:HypertuneChoose={trial}";
        ReportWriter.Write(header, trials, _folder, new ReportOptions { Detail = ReportDetail.Pages, ChooseCommand = command });
        await using WatchedPage page = await browser.OpenAsync(Path.Combine(_folder, "report.html"));
        await DrawAll(page);
        ILocator figure = page["figure:has(h4:has-text('Pareto front'))"];
        await figure.ScrollIntoViewIfNeededAsync();
        int knee = new StudyData(header, trials).Best!.Number;

        float[] place = await figure.EvaluateAsync<float[]>(MiddleOfColor, ChartTheme.Light.Roles[ColorRole.Secondary].ToString());
        await page.Page.Mouse.ClickAsync(place[0], place[1]);

        Assert.Equal($"Trial {knee}", await page["#trial h2"].InnerTextAsync());
        Assert.Equal(command.Replace("{trial}", $"{knee}", StringComparison.Ordinal), await page["#trial .choose code"].InnerTextAsync());
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Rectangle_DraggedInSelectMode_FiltersTheTable()
    {
        await using WatchedPage page = await browser.OpenAsync(WriteReport());
        await DrawAll(page);
        await page["input[name=drag][value=select]"].CheckAsync();
        await Drag(page, "figure[data-chart='0'] .plot", (0.15, 0.05), (0.55, 0.85));

        int shown = await page["table.trials tbody tr"].CountAsync();

        Assert.InRange(shown, 5, 25);
        Assert.Contains($"{shown} selected", await page[".chip"].InnerTextAsync(), StringComparison.Ordinal);
        await page[".chip"].ClickAsync();
        Assert.Equal(40, await page["table.trials tbody tr"].CountAsync());
    }

    [BrowserFact]
    public async Task Rectangle_DraggedInZoomMode_ZoomsAndDoubleClickUndoes()
    {
        await using WatchedPage page = await browser.OpenAsync(WriteReport());
        await DrawAll(page);

        await Drag(page, "figure[data-chart='0'] .plot", (0.3, 0.2), (0.6, 0.6));
        bool zoomed = await page["figure[data-chart='0'] .unzoom"].IsVisibleAsync();
        await page["figure[data-chart='0'] .unzoom"].ClickAsync();

        Assert.True(zoomed);
        Assert.False(await page["figure[data-chart='0'] .unzoom"].IsVisibleAsync());
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Open_AddressOfASection_StaysAtIt()
    {
        await using WatchedPage page = await browser.OpenAsync(WriteWide(300, 4), fragment: "#settings");

        Assert.True(await page.Page.EvaluateAsync<bool>("document.querySelector('#settings h2').getBoundingClientRect().top < innerHeight"));
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Open_AddressOfATrial_ShowsIt()
    {
        await using WatchedPage page = await browser.OpenAsync(WriteReport(), fragment: "#trial-8");

        string text = await page["#trial"].InnerTextAsync();

        Assert.Contains("Trial 8", text, StringComparison.Ordinal);
        Assert.Contains("above its limit of 4 GB", text, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Open_HostileStudy_NothingRuns()
    {
        const string Evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}${alert(3)}\u202E\"'`";
        SearchSpace space = new(Evil, [new NumericParameter(Evil, Law.Uniform, 0, 1), new CategoricalParameter("__proto__", [Evil, "constructor"])]);
        TrialRecord[] trials = [.. Enumerable.Range(0, 12).Select(i => StudySamples.Trial(i, i + 1, i / 12d, i % 2) with
        {
            State = i % 5 == 4 ? TrialState.Failed : TrialState.Complete,
            Outcome = i % 5 == 4 ? TrialOutcome.Fail(FailureKind.Exception, Evil) : TrialOutcome.Of(i + 1) with
            {
                Metrics = new Dictionary<string, double>(StringComparer.Ordinal) { [Evil] = i },
                Log = "javascript:alert(4)",
            },
        })];
        await using WatchedPage page = await browser.OpenAsync(
            WriteReport(StudySamples.Header(Evil, space), trials, new ReportOptions { EndedBy = Evil, Notes = [Evil] }));

        await DrawAll(page);
        await page.Page.Mouse.MoveAsync(400, 400);
        await page["#trial-filter"].FillAsync("alert");
        await page["table.trials tbody button"].First.ClickAsync();

        Assert.Empty(page.Complaints);
        Assert.Equal(0, await page["img, iframe, object, a[href^='javascript']"].CountAsync());
        Assert.Equal(12, await page["table.trials tbody tr"].CountAsync());
    }

    // The middle of all pixels of a chart that have a colour, on the page.
    private const string MiddleOfColor = """
        (figure, color) => {
          const canvas = figure.querySelector("canvas");
          const wanted = [1, 3, 5].map(place => parseInt(color.slice(place, place + 2), 16));
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let [count, x, y] = [0, 0, 0];
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] > 200 && wanted.every((part, place) => Math.abs(data[i + place] - part) < 8)) {
              count++;
              x += (i / 4) % canvas.width;
              y += Math.floor(i / 4 / canvas.width);
            }
          }
          const box = canvas.getBoundingClientRect();
          return [box.left + x / count * box.width / canvas.width, box.top + y / count * box.height / canvas.height];
        }
        """;

    private static async Task DrawAll(WatchedPage page)
    {
        int figures = await page["figure[data-chart]"].CountAsync();
        for (int i = 0; i < figures; i++)
        {
            await page[$"figure[data-chart='{i}']"].ScrollIntoViewIfNeededAsync();
            await page[$"figure[data-chart='{i}'][data-drawn]"].WaitForAsync();
        }
    }

    /// <summary>The share of pixels of each chart that differ from its paper.</summary>
    private static async Task<double[]> InkOf(WatchedPage page) => await page.Page.EvaluateAsync<double[]>("""
        () => [...document.querySelectorAll("figure[data-chart] canvas")].map(canvas => {
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let inked = 0;
          for (let i = 3; i < data.length; i += 4) inked += data[i] > 0 ? 1 : 0;
          return 4 * inked / data.length;
        })
        """);

    private static async Task<double[]> ColumnOf(WatchedPage page, string name) => await page.Page.EvaluateAsync<double[]>("""
        name => {
          const heads = [...document.querySelectorAll("table.trials th")].map(head => head.innerText.trim());
          const index = heads.findIndex(head => head.startsWith(name));
          return [...document.querySelectorAll("table.trials tbody tr")].map(row => Number(row.children[index].innerText));
        }
        """, name);

    private static async Task Drag(WatchedPage page, string selector, (double X, double Y) from, (double X, double Y) to)
    {
        ILocator plot = page[selector];
        await plot.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await plot.BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync((float)(box.X + (from.X * box.Width)), (float)(box.Y + (from.Y * box.Height)));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync((float)(box.X + (to.X * box.Width)), (float)(box.Y + (to.Y * box.Height)), new MouseMoveOptions { Steps = 5 });
        await page.Page.Mouse.UpAsync();
    }

    // On the logarithmic axis of losses dots lie densest near the top.
    private static async Task<string> HoverUntilTipAsync(WatchedPage page, ILocator plot)
    {
        LocatorBoundingBoxResult box = (await plot.BoundingBoxAsync())!;
        string tip = string.Empty;
        for (int step = 0; step < 200 && tip.Length == 0; step++)
        {
            await page.Page.Mouse.MoveAsync(box.X + (box.Width * (0.2f + (0.003f * step))), box.Y + (box.Height * 0.15f));
            tip = await page.Page.EvaluateAsync<string>("document.querySelector('.chart-tip')?.innerText ?? ''");
        }

        return tip;
    }

    private string WriteWide(int count, int parameters)
    {
        SearchSpace space = new("Wide", Enumerable.Range(0, parameters).Select(i => new NumericParameter($"p{i}", Law.LogUniform, 1e-3, 10)));
        SpaceGeometry geometry = new(space);
        SeedStream stream = new(1, 0, "wide");
        TrialRecord[] trials =
        [
            .. Enumerable.Range(0, count)
                .Select(i => geometry.Sample(stream))
                .Select((vector, i) => StudySamples.Trial(i, Math.Abs(Math.Log(vector[0])) + vector[1], vector)),
        ];
        ReportWriter.Write(StudySamples.Header("Wide", space), trials, _folder, new ReportOptions { Detail = ReportDetail.Pages });
        return Path.Combine(_folder, "report.html");
    }

    private string WriteReport()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();
        return WriteReport(header, trials, new ReportOptions { EndedBy = "the budget of 40 trials" });
    }

    private string WriteReport(StudyHeader header, IReadOnlyList<TrialRecord> trials, ReportOptions options)
    {
        StudyData data = new(header, trials);
        string path = Path.Combine(_folder, "report.html");
        using FileStream stream = File.Create(path);
        HtmlReportWriter.Write(stream, new ReportPage { Data = data, Summary = new StudySummary(data), Options = options, Charts = ChartSamples.All(data) });
        return path;
    }
}
