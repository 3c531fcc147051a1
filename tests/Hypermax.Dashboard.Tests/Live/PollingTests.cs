using System.Diagnostics;
using System.Text.Json;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.Storage.Journal;
using Hypermax.Tests;

namespace Hypermax.Dashboard.Tests.Live;

/// <summary>Programs that ask now and then, and follow no events, see what is there.</summary>
public sealed class PollingTests
{
    [Fact]
    public async Task Study_AskedForAgain_HasWhatWasAddedMeanwhile()
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        Assert.Equal(40, await FinishedAsync(server, id));

        using (JournalStore store = new(folder))
        using (store.Enter())
        {
            TrialRecord trial = StudySamples.Forest(41).Trials[^1];
            store.Start(trial with { State = TrialState.Running, Outcome = null, Duration = TimeSpan.Zero });
            store.Finish(trial);
        }

        await UntilAsync(async () => await FinishedAsync(server, id) == 41);
    }

    [Fact]
    public async Task Study_BackInItsFolder_IsNoLongerGone()
    {
        await using TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string id = await server.IdAsync("forest");
        Assert.Equal("ended", await StateAsync(server, id));

        Directory.Delete(folder, recursive: true);
        await UntilAsync(async () => await StateAsync(server, id) == "gone");
        TestStudies.Forest(folder, 45);
        await UntilAsync(async () => await StateAsync(server, id) == "ended");

        Assert.Equal(45, await FinishedAsync(server, id));
    }

    [UnixFact]
    public async Task List_WithAPipeForAJournal_ShowsTheOthersAndWhyThatOneIsNot()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string pipe = Path.Combine(Directory.CreateDirectory(Path.Combine(server.Folder, "pipe")).FullName, "journal.jsonl");
        using (Process make = Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync();
        }

        JsonElement[] cards = [.. (await server.JsonAsync("api/studies").WaitAsync(TimeSpan.FromSeconds(30))).GetProperty("studies").EnumerateArray()];

        Assert.Equal(["ended", "unreadable"], cards.Select(card => card.GetProperty("state").GetString()));
        Assert.Contains("is no ordinary file", cards[1].GetProperty("trouble").GetString(), StringComparison.Ordinal);
    }

    private static async Task<int> FinishedAsync(TestServer server, string id) => (await CardAsync(server, id)).GetProperty("finished").GetInt32();

    private static async Task<string?> StateAsync(TestServer server, string id) => (await CardAsync(server, id)).GetProperty("state").GetString();

    private static async Task<JsonElement> CardAsync(TestServer server, string id) => (await server.JsonAsync($"api/studies/{id}")).GetProperty("card");

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        long started = Stopwatch.GetTimestamp();
        while (!await isTrue())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20), "It did not happen within 20 s.");
            await Task.Delay(100);
        }
    }
}
