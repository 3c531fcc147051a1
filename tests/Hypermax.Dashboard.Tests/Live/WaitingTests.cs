using System.Text.Json;
using Hypermax.Dashboard.Tests.Browsing;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.Storage.Journal;

namespace Hypermax.Dashboard.Tests.Live;

/// <summary>Trials whose search was killed, while another search has not come to them yet: they do not run.</summary>
public sealed class WaitingTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task Running_TrialsOfASearchThatIsGone_WaitToBeRunAgain()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        SearchSpace space = new("live", [new NumericParameter("rate", Law.LogUniform, 1e-4, 1), new CategoricalParameter("kind", ["a", "b"])]);
        using (Study left = Study.Create(space, new StudyOptions { Name = "live", Folder = folder, Trials = 100_000, Seed = 1, Method = "random" }))
        {
            Enumerable.Range(0, 3).ToList().ForEach(_ => left.Ask());
        }

        // As if the process had been another one.
        using (JournalStore store = new(folder))
        using (store.Enter())
        {
            Enumerable.Range(0, 3).ToList().ForEach(store.HandBack);
        }

        string id = await server.IdAsync("live");
        string before = (await server.JsonAsync($"api/studies/{id}/trials/2")).GetProperty("state").GetString()!;
        await using RunningSearch search = TestStudies.Search(folder, TimeSpan.FromHours(1));
        JsonElement list = default;
        for (int look = 0; look < 1200 && Count(list) != 2; look++)
        {
            await Task.Delay(50);
            list = await server.JsonAsync($"api/studies/{id}/running");
        }

        Assert.Equal("interrupted", before);
        Assert.Equal([0, 1, 2], list.EnumerateArray().Select(trial => trial.GetProperty("number").GetInt32()));
        Assert.Equal([true, true], list.EnumerateArray().Skip(1).Select(trial => trial.GetProperty("isWaiting").GetBoolean()));
        Assert.Equal("waiting", (await server.JsonAsync($"api/studies/{id}/trials/2")).GetProperty("state").GetString());
        Assert.Equal(1, (await server.JsonAsync("api/studies")).GetProperty("studies")[0].GetProperty("running").GetInt32());
        await using WatchedPage page = await browser.OpenAsync($"{server.Address}/studies/{id}");
        await page["details.running summary:has-text('1 running, 2 to be run again')"].WaitForAsync();
        Assert.Equal(1, await page["details.running button"].CountAsync());
        await page["#summary :text('1 running, 2 to be run again')"].WaitForAsync();
        Assert.Empty(page.Complaints);
    }

    private static int Count(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Count(trial => trial.TryGetProperty("isWaiting", out _))
        : 0;
}
