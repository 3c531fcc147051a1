using System.Net;
using System.Text.Json;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Access;

/// <summary>Requests to a search that runs, by programs.</summary>
public sealed class SteerTests
{
    [Fact]
    public async Task End_RunningTrial_IsObeyedAndRecorded()
    {
        await using TestServer server = new();
        string folder = Path.Combine(server.Folder, "live");
        await using RunningSearch search = TestStudies.Search(folder, TimeSpan.FromHours(1));
        while (search.Study.Trials.Count == 0)
        {
            await Task.Delay(20);
        }

        string id = await server.IdAsync("live");
        JsonElement done = await EndAsync(server, id, 0);
        JsonElement none = await EndAsync(server, id, 77);
        while (!search.Study.Trials[0].IsFinished)
        {
            await Task.Delay(20);
        }

        Assert.Equal((true, false), (done.GetProperty("isDone").GetBoolean(), none.GetProperty("isDone").GetBoolean()));
        Assert.Contains("has no trial 77", none.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(FailureKind.Ended, search.Study.Trials[0].Outcome!.Failure);
        JsonElement audit = await server.JsonAsync($"api/studies/{id}/audit");
        Assert.Equal("""{"action":"end","trial":0}""", audit[1].GetProperty("action").GetString());
        Assert.Equal([false, true], audit.EnumerateArray().Select(line => line.GetProperty("isDone").GetBoolean()));
    }

    private static async Task<JsonElement> EndAsync(TestServer server, string id, int trial)
    {
        HttpResponseMessage answer = await server.SendAsync(HttpMethod.Post, $"api/studies/{id}/guide", new { action = "end", trial });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
