using System.Text;
using System.Text.Json.Nodes;
using Hypermax.Execution;
using Hypermax.RabbitMq.Tests.Support;
using Hypermax.TestSupport;
using RabbitMQ.Client;

namespace Hypermax.RabbitMq.Tests;

/// <summary>What can be wrong with a broker, a queue or a message is said in words, and no password is shown.</summary>
public sealed class TroubleTests
{
    [RabbitFact]
    public async Task ConnectAsync_WrongPassword_IsToldWithTheRemedy()
    {
        string text = await RefusalAsync(Brokers.Shared.Address.Replace(RabbitServer.Password, "wrong-w0rd", StringComparison.Ordinal));

        Assert.Contains($"does not let user '{RabbitServer.User}' in", text, StringComparison.Ordinal);
        Assert.Contains("AMQP_URL", text, StringComparison.Ordinal);
    }

    [RabbitFact]
    public async Task ConnectAsync_NoSuchVirtualHost_IsToldWithTheRemedy()
    {
        string text = await RefusalAsync($"{Brokers.Shared.Address}/nowhere");

        Assert.Contains("has no virtual host 'nowhere'", text, StringComparison.Ordinal);
        Assert.Contains("rabbitmqctl add_vhost nowhere", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectAsync_NoBroker_IsToldWithTheRemedy()
    {
        string text = await RefusalAsync("amqp://me:wrong-w0rd@127.0.0.1:1");

        Assert.StartsWith("The broker amqp://me@127.0.0.1:1/ cannot be reached: ", text, StringComparison.Ordinal);
        Assert.Contains("Start it, or correct the host and the port", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WorkerWithoutABroker_IsToldWithTheRemedy()
    {
        AmqpWorker worker = new(new AmqpWorkerOptions { Address = "amqp://127.0.0.1:1" }, Searches.Space, Searches.InProcess((_, _) => Task.FromResult(1.0)));

        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(() => worker.RunAsync(CancellationToken.None));

        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
    }

    [RabbitFact]
    public async Task ConnectAsync_AnotherSearchOnTheQueue_IsRefusedUntilThatOneHasEnded()
    {
        AmqpOptions options = new() { Address = Brokers.Shared.Address, Queue = Brokers.NextQueue() };
        await using (AmqpExecutor first = await AmqpExecutor.ConnectAsync(options))
        {
            ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(() => AmqpExecutor.ConnectAsync(options));

            Assert.Contains($"Another search hands out trials through queue '{options.Queue}'", error.Message, StringComparison.Ordinal);
        }

        await (await AmqpExecutor.ConnectAsync(options)).DisposeAsync();
    }

    [RabbitFact]
    public async Task ConnectAsync_QueueOfOtherSettings_IsToldWithTheRemedy()
    {
        string queue = Brokers.NextQueue();
        await using IConnection connection = await Raw.ConnectAsync();
        await using IChannel channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);

        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(
            () => AmqpExecutor.ConnectAsync(new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue }));

        Assert.Contains($"Queue '{queue}' of {Brokers.Shared.OpenAddress}/ was made with other settings", error.Message, StringComparison.Ordinal);
        await channel.QueueDeleteAsync(queue);
    }

    [RabbitFact]
    public async Task RunAsync_MessageThatIsNoTrial_IsDeadLetteredAndTold()
    {
        Remarks remarks = new();
        string queue = Brokers.NextQueue();
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(
            new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue, Said = remarks.Add });
        await using IConnection connection = await Raw.ConnectAsync();
        await using IChannel channel = await connection.CreateChannelAsync();
        await channel.BasicPublishAsync(string.Empty, queue, Encoding.UTF8.GetBytes("{\"not a trial"));
        await channel.BasicPublishAsync(string.Empty, queue + ".results", Encoding.UTF8.GetBytes("{\"protocol\":2}"));
        using CancellationTokenSource leave = new();
        Task<int> work = Searches.WorkAsync(Brokers.Shared.Address, queue, (point, _) => Task.FromResult(Searches.Bowl(point)), leaving: leave.Token);

        StudyResult result = await Searches.SearchAsync(executor, 3, 1);
        await remarks.WaitAsync(2);

        Searches.RequireExact(result, 3);
        Assert.Contains(
            remarks.All, text => text.StartsWith($"A message in queue '{queue}' was put aside, for it is no JSON: {{\"not a trial", StringComparison.Ordinal));
        Assert.Contains(remarks.All, text => text.StartsWith(
            $"A message in queue '{queue}.results' was put aside, for it speaks version 2 of the format, and this side version 1", StringComparison.Ordinal));
        await leave.CancelAsync();
        Assert.Equal(3, await work);
    }

    [RabbitFact]
    public async Task RunAsync_EndThatCannotBeUnderstood_FailsTheTrialAndSaysWhy()
    {
        string queue = Brokers.NextQueue();
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue });
        Task<StudyResult> search = Searches.SearchAsync(executor, 1, 1);
        await using IConnection connection = await Raw.ConnectAsync();
        await using IChannel channel = await connection.CreateChannelAsync();
        BasicGetResult? trial = null;
        for (int look = 0; look < 600 && trial is null; look++)
        {
            await Task.Delay(50);
            trial = await channel.BasicGetAsync(queue, autoAck: true);
        }

        JsonObject answer = JsonNode.Parse(trial!.Body.Span)!.AsObject();
        await channel.BasicPublishAsync(string.Empty, queue + ".results", Encoding.UTF8.GetBytes(
            $$"""{"search":"{{answer["search"]}}","id":{{answer["id"]}},"worker":"me","result":{"loss":1} }"""));

        TrialOutcome outcome = (await search.WaitAsync(TimeSpan.FromMinutes(1))).Trials.Single().Outcome!;

        Assert.Equal(FailureKind.BadResult, outcome.Failure);
        Assert.StartsWith(
            "Consumer 'me' ended the trial with a message that cannot be understood, for a member is missing or has a value of another kind.",
            outcome.Message,
            StringComparison.Ordinal);
    }

    [RabbitFact]
    public async Task RunAsync_WorkerOfAnotherSpace_LeavesAndTheTrialGoesToAnother()
    {
        string queue = Brokers.NextQueue();
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue });
        SearchSpace other = new("other", [new NumericParameter("z", Law.Uniform, 0, 1)]);
        AmqpWorker wrong = new(
            new AmqpWorkerOptions { Address = Brokers.Shared.Address, Queue = queue }, other, Searches.InProcess((_, _) => Task.FromResult(1.0)));
        Task<StudyResult> search = Searches.SearchAsync(executor, 2, 1);

        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(() => wrong.RunAsync(CancellationToken.None));
        using CancellationTokenSource leave = new();
        Task<int> work = Searches.WorkAsync(Brokers.Shared.Address, queue, (point, _) => Task.FromResult(Searches.Bowl(point)), leaving: leave.Token);

        Assert.Contains("are of another space than this worker's 'other'", error.Message, StringComparison.Ordinal);
        Searches.RequireExact(await search, 2);
        await leave.CancelAsync();
        await work;
    }

    private static async Task<string> RefusalAsync(string address)
    {
        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(
            () => AmqpExecutor.ConnectAsync(new AmqpOptions { Address = address, Queue = "q" }));
        Assert.DoesNotContain("wrong-w0rd", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(RabbitServer.Password, error.ToString(), StringComparison.Ordinal);
        return error.Message;
    }
}
