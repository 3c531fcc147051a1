using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hypermax.Dashboard.Tests.Browsing;
using Hypermax.Dashboard.Tests.Serving;
using Microsoft.Playwright;

namespace Hypermax.Dashboard.Tests.Charts;

/// <summary>Charts taken along: as pictures and as the numbers they show, under names that say whose they are.</summary>
public sealed class ChartFileTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("chart", "name=history", "Forest-history")]
    [InlineData("chart", "name=parameters/Trees/slice&slow=true", "Forest-parameters-Trees-slice")]
    [InlineData("chart", "name=history&filter=Trees>100", "Forest-history")]
    [InlineData("chosen", "x=Trees&y=loss&color=Criterion", "Forest-chosen")]
    public async Task Chart_InEachForm_IsAFileOfItsName(string address, string query, string name)
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string path = $"api/studies/{await server.IdAsync("forest")}/{address}";

        await RequireFilesAsync(server, path, query, name);

        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync($"{path}.gif?{query}")).StatusCode);
    }

    [Theory]
    [InlineData("history", "study,complete,best\nForest,1,")]
    [InlineData("distribution", "study,value,share\nForest,")]
    [InlineData("importances", "study,parameter,importance\nForest,")]
    public async Task Comparison_InEachForm_HasTheRowsOfEveryStudy(string name, string head)
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        TestStudies.Forest(Path.Combine(server.Folder, "second"), 30);
        string ids = $"{await server.IdAsync("forest")},{await server.IdAsync("second")}";

        string csv = await RequireFilesAsync(server, "api/comparison", $"ids={ids}&name={name}", $"comparison-{name}");

        Assert.StartsWith(head, csv, StringComparison.Ordinal);
        Assert.Contains("\nsecond,", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync($"api/comparison.svg?ids={ids}&name=nothing")).StatusCode);
    }

    [BrowserFact]
    public async Task Trial_ThatReports_HasItsChartInEachForm()
    {
        await using TestServer server = new();
        await using RunningSearch search = await TestStudies.TellingAsync(server);
        string id = await server.IdAsync("live");
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{id}/trials/0");
        await page["figure[data-drawn=true]"].WaitForAsync();
        IDownload download = await page.Page.RunAndWaitForDownloadAsync(() => page["figure a[data-form=csv]"].ClickAsync());

        string csv = await RequireFilesAsync(server, $"api/studies/{id}/trials/0/chart", string.Empty, "live-trial_0_intermediate_values", leastRows: 1);

        Assert.StartsWith("step,loss\n1,", csv, StringComparison.Ordinal);
        Assert.Equal(csv, await File.ReadAllTextAsync(await download.PathAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync($"api/studies/{id}/trials/99/chart.svg")).StatusCode);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Links_ReachedByKey_DownloadWhatIsShown()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"), 80);
        TestStudies.Forest(Path.Combine(server.Folder, "second"), 30);
        string id = await server.IdAsync("forest");
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{id}?filter=Trees%3E100");
        await page["figure[data-key=history][data-drawn=true]"].WaitForAsync();
        ILocator frame = page["figure[data-key=history]"];

        await frame.Locator("summary").FocusAsync();
        List<string> files = [];
        foreach (string form in new[] { "svg", "png", "csv" })
        {
            await page.Page.Keyboard.PressAsync("Tab");
            Assert.Equal(form, await page.Page.EvaluateAsync<string>("document.activeElement.dataset.form"));
            IDownload download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Keyboard.PressAsync("Enter"));
            files.Add(download.SuggestedFilename);
            if (form == "csv")
            {
                // The filter of the page is that of the file.
                int shown = int.Parse((await page["#trials [role=status]"].InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
                Assert.InRange((await File.ReadAllLinesAsync(await download.PathAsync())).Length - 1, 1, shown);
            }
        }

        await page.GoAsync($"{server.Address}/compare?ids={id},{await server.IdAsync("second")}");
        files.Add((await page.Page.RunAndWaitForDownloadAsync(() => page["figure a[data-form=png]"].First.ClickAsync())).SuggestedFilename);

        Assert.Equal(["Forest-history.svg", "Forest-history.png", "Forest-history.csv", "comparison-history.png"], files);
        Assert.Empty(page.Complaints);
    }

    private static async Task<string> RequireFilesAsync(TestServer server, string path, string query, string name, int leastRows = 5)
    {
        Dictionary<string, byte[]> files = [];
        foreach ((string form, string type) in new[] { ("svg", "image/svg+xml"), ("png", "image/png"), ("csv", "text/csv") })
        {
            HttpResponseMessage answer = await server.Client.GetAsync($"{path}.{form}?{query}");
            ContentDispositionHeaderValue? saved = answer.Content.Headers.ContentDisposition;
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal(("attachment", $"{name}.{form}"), (saved?.DispositionType, saved?.FileNameStar ?? saved?.FileName));
            files[form] = await answer.Content.ReadAsByteArrayAsync();
        }

        Assert.StartsWith("<svg", Encoding.UTF8.GetString(files["svg"]), StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], files["png"][..4]);
        string csv = Encoding.UTF8.GetString(files["csv"]);
        Assert.True(csv.Split('\n').Length > leastRows, csv);
        return csv;
    }
}
