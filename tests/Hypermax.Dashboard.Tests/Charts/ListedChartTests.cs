using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Tests;

namespace Hypermax.Dashboard.Tests.Charts;

/// <summary>Pages list the charts of a study and fetch those that come near the window: what is listed is there, however fast trials end meanwhile.</summary>
public sealed class ListedChartTests
{
    [Fact]
    public async Task Chart_ListedWhileAnalysesLagBehind_IsThere()
    {
        await using TestServer server = new();
        string folder = Directory.CreateDirectory(Path.Combine(server.Folder, "forest")).FullName;
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest(20);
        using JournalStore store = new(folder);
        using (store.Enter())
        {
            store.Begin(header);
        }

        string path = $"api/studies/{await server.IdAsync("forest")}";

        // What needs an analysis of the parameters is of this moment for two seconds.
        await server.JsonAsync($"{path}/charts?of=parameters");
        using (store.Enter())
        {
            foreach (TrialRecord trial in trials)
            {
                store.Start(trial with { State = TrialState.Running, Outcome = null, Duration = TimeSpan.Zero });
                store.Finish(trial);
            }
        }

        List<string> missing = [];
        for (long started = Environment.TickCount64; Environment.TickCount64 - started < 4000;)
        {
            foreach (string list in new[] { "charts", "charts?of=parameters" })
            {
                foreach (JsonElement chart in (await server.JsonAsync($"{path}/{list}")).GetProperty("charts").EnumerateArray())
                {
                    string name = Uri.EscapeDataString(chart.GetProperty("name").GetString()!);
                    bool isQuick = chart.GetProperty("isQuick").GetBoolean();
                    HttpResponseMessage answer = await server.Client.GetAsync($"{path}/chart?name={name}{(isQuick ? string.Empty : "&slow=true")}");
                    missing.AddRange(answer.StatusCode == HttpStatusCode.OK ? [] : [$"{list}: {name} {answer.StatusCode}"]);
                }
            }
        }

        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public async Task List_OfWhatThereIsNot_IsRefused()
    {
        await using TestServer server = new();
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string path = $"api/studies/{await server.IdAsync("forest")}";

        HttpResponseMessage answer = await server.Client.GetAsync($"{path}/charts?of=nonsense");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("it must be 'parameters'", problem.GetProperty("error").GetString(), StringComparison.Ordinal);
    }
}
