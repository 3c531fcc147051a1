using System.Text;
using System.Text.Json.Nodes;
using Hypermax.Execution;
using Hypermax.Execution.Usages;
using Hypermax.RabbitMq.Tests.Support;
using Hypermax.TestSupport;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Hypermax.RabbitMq.Tests;

/// <summary>What trials use at their consumers is known where the search is, while they run.</summary>
public sealed class UsageTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-amqp-usage-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [RabbitFact]
    public async Task Search_WhoseConsumerSaysIt_TellsItInTheFolderOfTheStudyUntilTheTrialEnds()
    {
        string queue = Brokers.NextQueue();
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue });
        Task<TrialOutcome> trial = executor.RunAsync(
            new TrialJob { Number = 6, Space = Searches.Space, Point = [1, 2], Seed = 1, StudyFolder = _folder }, CancellationToken.None);
        await using IConnection connection = await Raw.ConnectAsync();
        await using IChannel channel = await connection.CreateChannelAsync();
        JsonNode message = await TakeAsync(channel, queue);
        Assert.True((bool)message["uses"]!);

        await SayAsync("one", "begun", true);
        await SayAsync("one", "uses", new JsonObject { ["seconds"] = 3, ["cpu"] = 2.5, ["bytes"] = 100 << 20, ["peak"] = 120 << 20 });
        Assert.Equal(new RunningUsage(6, 3, 2.5, 100 << 20, 120 << 20), await SeeAsync(usage => usage.Bytes > 0));

        // What cannot be, and what somebody says who has not begun the trial, counts for nothing; nor does it end anything.
        await SayAsync("one", "uses", new JsonObject { ["seconds"] = 4, ["bytes"] = -1, ["peak"] = 1 });
        await SayAsync("one", "uses", new JsonObject { ["seconds"] = 1e300, ["bytes"] = 1, ["peak"] = 1 });
        await SayAsync("two", "uses", new JsonObject { ["seconds"] = 4, ["bytes"] = 7, ["peak"] = 7 });
        await SayAsync("one", "uses", new JsonObject { ["seconds"] = 4, ["bytes"] = 300 << 20, ["peak"] = 300 << 20, ["shared"] = true });
        RunningUsage later = await SeeAsync(usage => usage.Seconds > 3);
        Assert.Equal((300 << 20, true, true), (later.Bytes, later.IsShared, double.IsNaN(later.CpuSeconds)));

        await SayAsync("one", "result", 0.5);
        Assert.Equal(0.5, (await trial.WaitAsync(Long)).Value);
        Assert.False(Directory.Exists(Path.Combine(_folder, UsageFile.FolderName)));

        async Task SayAsync(string worker, string what, JsonNode value) => await channel.BasicPublishAsync(
            string.Empty,
            queue + ".results",
            Encoding.UTF8.GetBytes(new JsonObject
            {
                ["protocol"] = 1, ["search"] = (string)message["search"]!, ["id"] = (long)message["id"]!, ["worker"] = worker, [what] = value,
            }.ToJsonString()));
    }

    [RabbitTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Worker_OnAnotherMachine_SaysItWhereTheSearchWantsToHear(bool isWanted)
    {
        string queue = Brokers.NextQueue();
        await using IConnection connection = await Raw.ConnectAsync();
        await using IChannel channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueDeclareAsync(queue + ".results", durable: true, exclusive: false, autoDelete: false);
        await channel.ExchangeDeclareAsync(queue + ".control", ExchangeType.Fanout);
        JsonObject trial = new()
        {
            ["protocol"] = 1, ["op"] = "trial", ["search"] = "a search", ["id"] = 7, ["number"] = 6, ["attempt"] = 1, ["vector"] = new JsonArray(1, 2),
            ["space"] = Spaces.SpaceJson.Hash(Searches.Space), ["seed"] = 1, ["folder"] = "/nowhere/here",
        };
        if (isWanted)
        {
            trial["uses"] = true;
        }

        await channel.BasicPublishAsync(string.Empty, queue, Encoding.UTF8.GetBytes(trial.ToJsonString()));
        using CancellationTokenSource leave = new();
        Task<int> work = Searches.WorkAsync(
            Brokers.Shared.Address,
            queue,
            async (point, _) =>
            {
                await Task.Delay(2500);
                return point[0];
            },
            new AmqpWorkerOptions { MaxTrials = 1 },
            leave.Token);

        List<JsonNode> said = [];
        while (said.Count == 0 || said[^1]["result"] is null)
        {
            said.Add(await TakeAsync(channel, queue + ".results"));
        }

        await work.WaitAsync(Long);
        await channel.QueueDeleteAsync(queue);
        await channel.QueueDeleteAsync(queue + ".results");
        await channel.ExchangeDeleteAsync(queue + ".control");

        Assert.NotNull(said[0]["begun"]);
        JsonNode[] uses = [.. said.Select(message => message["uses"]).OfType<JsonNode>()];
        Assert.Equal(isWanted, uses.Length > 0);
        Assert.All(uses, usage => Assert.True((double)usage["seconds"]! >= 1 && (long)usage["bytes"]! > 1 << 20 && (bool)usage["shared"]!));
    }

    private static async Task<JsonNode> TakeAsync(IChannel channel, string queue)
    {
        for (int look = 0; look < 1200; look++)
        {
            if (await channel.BasicGetAsync(queue, autoAck: true) is { } got)
            {
                return JsonNode.Parse(got.Body.Span)!;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"Nothing came to '{queue}'.");
    }

    private async Task<RunningUsage> SeeAsync(Func<RunningUsage, bool> isIt)
    {
        UsageReader reader = new(_folder, TimeProvider.System);
        for (int look = 0; look < 1200; look++)
        {
            if (reader.Read().TryGetValue(6, out RunningUsage usage) && isIt(usage))
            {
                return usage;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("Nothing was told.");
    }
}
