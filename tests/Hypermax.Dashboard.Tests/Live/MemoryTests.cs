using System.Text.Json;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.Execution.Usages;
using Hypermax.ProcessTable;
using Hypermax.TestSupport;

namespace Hypermax.Dashboard.Tests.Live;

/// <summary>What running trials use, as pages and programs get it.</summary>
public sealed class MemoryTests
{
    [Fact]
    public async Task Running_OfAWorker_HasWhatItUses()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        await using RunningSearch search = TestStudies.Search(folder, TimeSpan.FromHours(1));
        TestStudies.Use(folder, ProcessName.Self);

        JsonElement trial = await TrialAsync(server);
        JsonElement whole = await server.JsonAsync($"api/studies/{await server.IdAsync("live")}/trials/0");

        Assert.Equal((100 << 20, 120 << 20), (trial.GetProperty("bytes").GetInt64(), trial.GetProperty("peakBytes").GetInt64()));
        Assert.Equal(1.25, trial.GetProperty("cpuSeconds").GetDouble());
        Assert.False(trial.TryGetProperty("isShared", out _));
        Assert.Equal(["processor time: 1.25 s", "memory now: 100 MiB", "most memory: 120 MiB"], Used(whole));
        Assert.Contains(whole.GetProperty("facts").EnumerateArray(), fact => fact.GetProperty("name").GetString() == "time");
    }

    [Fact]
    public async Task Running_InTheProcessOfTheSearch_SaysWhoseMemoryItIs()
    {
        await using TestServer server = new();
        await using RunningSearch search = TestStudies.Search(Path.Combine(server.Folder, "live"), TimeSpan.FromHours(1));
        string id = await server.IdAsync("live");
        JsonElement trial;
        do
        {
            trial = await TrialAsync(server);
        }
        while (!trial.TryGetProperty("bytes", out _));

        Assert.True(trial.GetProperty("isShared").GetBoolean());
        Assert.False(trial.TryGetProperty("cpuSeconds", out _));
        string[] used = Used(await server.JsonAsync($"api/studies/{id}/trials/0"));
        Assert.StartsWith("memory of the search's process: ", Assert.Single(used), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_OfAKilledProcess_IsNotShown()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        await using (TestStudies.Search(folder, TimeSpan.FromHours(1)))
        {
            await TrialAsync(server);
        }

        // The search left its trial behind, and says no more; a file of its process would look like life.
        TestStudies.Use(folder, ProcessName.Self);
        string id = await server.IdAsync("live");
        await Task.Delay(1100);

        Assert.Empty((await server.JsonAsync($"api/studies/{id}/running")).EnumerateArray());
        Assert.Empty(Used(await server.JsonAsync($"api/studies/{id}/trials/0")));
    }

    [Fact]
    public async Task Running_BesideTheFileOfAProcessThatIsGone_HasNoFiguresOfIt()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        await using RunningSearch search = TestStudies.Search(folder, TimeSpan.FromHours(1));
        TestStudies.Use(folder, $"{Environment.MachineName}/{int.MaxValue}/tick1");

        // What is shown in the end comes from the search itself.
        JsonElement trial;
        do
        {
            trial = await TrialAsync(server);
            Assert.False(trial.TryGetProperty("cpuSeconds", out _));
        }
        while (!trial.TryGetProperty("isShared", out _));
    }

    [Fact]
    public async Task Trial_WhoseProcessorTimeIsNotKnown_SaysNothingOfIt()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        await using RunningSearch search = TestStudies.Search(folder, TimeSpan.FromHours(1));
        TestStudies.Use(folder, ProcessName.Self, double.NaN);
        await TrialAsync(server);

        JsonElement whole = await server.JsonAsync($"api/studies/{await server.IdAsync("live")}/trials/0");

        Assert.Equal(["memory now: 100 MiB", "most memory: 120 MiB"], Used(whole));
    }

    [UnixFact]
    public async Task Running_ThroughALinkOutOfTheFolder_IsNotRead()
    {
        string outside = Directory.CreateTempSubdirectory("hypermax-outside-").FullName;
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        await using RunningSearch search = TestStudies.Search(folder, TimeSpan.FromHours(1));
        TestStudies.Use(outside, ProcessName.Self);
        Directory.CreateSymbolicLink(Path.Combine(folder, UsageFile.FolderName), Path.Combine(outside, UsageFile.FolderName));

        Assert.False((await TrialAsync(server)).TryGetProperty("bytes", out _));
        Directory.Delete(outside, recursive: true);
    }

    private static string[] Used(JsonElement trial) =>
        [.. trial.GetProperty("usage").EnumerateArray().Select(fact => $"{fact.GetProperty("name").GetString()}: {fact.GetProperty("text").GetString()}")];

    private static async Task<JsonElement> TrialAsync(TestServer server)
    {
        string id = await server.IdAsync("live");
        while (true)
        {
            JsonElement running = await server.JsonAsync($"api/studies/{id}/running");
            if (running.GetArrayLength() > 0)
            {
                return running[0];
            }

            await Task.Delay(50);
        }
    }
}
