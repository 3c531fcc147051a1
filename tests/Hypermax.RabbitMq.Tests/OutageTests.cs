using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Hypermax.RabbitMq.Tests.Support;
using Hypermax.TestSupport;

namespace Hypermax.RabbitMq.Tests;

/// <summary>Searches through a broker that ends in the middle, and with consumers that are killed: every trial ends once, with its own value.</summary>
public sealed class OutageTests
{
    // A broker that is killed in the first second of a queue loses it, one that is killed later keeps it.
    [RabbitFact]
    public async Task RunAsync_BrokerIsKilledTwice_EveryTrialEndsOnceWithItsValue()
    {
        using RabbitServer server = RabbitServer.Start();
        Remarks remarks = new();
        int evaluated = 0;
        async Task<double> Evaluate(Point point, TrialContext trial)
        {
            Interlocked.Increment(ref evaluated);
            await Task.Delay(100, trial.Cancellation);
            return Searches.Bowl(point);
        }

        Task<int> Work(CancellationToken leaving) =>
            Searches.WorkAsync(server.Address, "outage", Evaluate, new AmqpWorkerOptions { Slots = 2, Said = remarks.Add }, leaving);

        using CancellationTokenSource leave = new();
        List<Task<int>> workers = [Work(leave.Token), Work(CancellationToken.None)];
        StudyResult result;
        await using (AmqpExecutor executor = await AmqpExecutor.ConnectAsync(
            new AmqpOptions { Address = server.Address, Queue = "outage", Deliveries = 10, Said = remarks.Add }))
        {
            Task<StudyResult> search = Searches.SearchAsync(executor, 120, 6);
            await CrashAfterAsync(10);
            await CrashAfterAsync(70, leave.Cancel);

            // One that was to leave when the broker went still brings home what it ran.
            workers.Add(Work(CancellationToken.None));
            await Task.WhenAny(search, Task.Delay(TimeSpan.FromMinutes(2)));
            Assert.True(search.IsCompleted, $"{evaluated} were evaluated. {string.Join(" | ", remarks.All)}");
            result = await search;
        }

        Searches.RequireExact(result, 120);
        Assert.All(remarks.All, text => Assert.DoesNotContain(RabbitServer.Password, text, StringComparison.Ordinal));
        Assert.Contains(remarks.All, text => text.Contains("is back after", StringComparison.Ordinal));
        await Task.WhenAll(workers).WaitAsync(TimeSpan.FromSeconds(60));

        // What was out during a crash may have run again, and nothing else.
        Assert.InRange(evaluated, 120, 132);

        async Task CrashAfterAsync(int count, Action? before = null)
        {
            Assert.True(
                SpinWait.SpinUntil(() => Volatile.Read(ref evaluated) > count, TimeSpan.FromMinutes(2)),
                $"{evaluated} were evaluated. {string.Join(" | ", remarks.All)}");
            before?.Invoke();
            server.Crash();
            await Task.Delay(500);
            server.Go();
        }
    }

    [RabbitFact]
    public async Task RunAsync_PythonConsumersAreKilled_EveryTrialEndsOnceWithItsValue()
    {
        if (Python() is not { } python)
        {
            // Where nothing may be skipped it is a fault of the machine.
            Assert.NotNull(Programs.SkipReason("There is no python3 with pika here (apt-get install python3-pika)."));
            return;
        }

        string queue = Brokers.NextQueue();
        List<Process> consumers = [.. Enumerable.Range(0, 3).Select(_ => Start(python, queue))];
        try
        {
            ConcurrentBag<int> ended = [];
            await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(
                new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue, Deliveries = 10 });
            using Study study = Study.Create(
                Searches.Space, new StudyOptions { Trials = 40, Workers = 4, Method = "random", Seed = 1, Order = ProposalOrder.Arrival });
            Task<StudyResult> search = study.RunAsync(executor, progress => ended.Add(progress.Trial.Number));
            for (int kill = 1; kill <= 4; kill++)
            {
                Assert.True(SpinWait.SpinUntil(() => ended.Count >= 7 * kill, TimeSpan.FromMinutes(1)));
                consumers[kill % 3].Kill();
                consumers[kill % 3].Dispose();
                consumers[kill % 3] = Start(python, queue);
            }

            StudyResult result = await search.WaitAsync(TimeSpan.FromMinutes(2));
            await executor.DisposeAsync();

            Assert.Equal(40, result.Trials.Count);
            Assert.All(result.Trials, trial => Assert.Equal(Searches.Bowl(trial.Point), trial.Value, 1e-9));
            Assert.Equal(Enumerable.Range(0, 40), ended.Order());

            // The queue is gone, by which they know.
            using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
            await Task.WhenAll(consumers.Select(consumer => consumer.WaitForExitAsync(patience.Token)));
            Assert.All(consumers, consumer => Assert.Equal(0, consumer.ExitCode));
        }
        finally
        {
            consumers.ForEach(consumer => consumer.Kill());
        }
    }

    // Debian has the client for its own interpreter, which need not be the first of the path.
    private static string? Python() => Array.Find(["python3", "/usr/bin/python3"], program =>
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, ["-c", "import pika"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    private static Process Start(string python, string queue)
    {
        string samples = typeof(OutageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Samples").Value!;
        ProcessStartInfo start = new(python, [Path.Combine(samples, "consumer.py"), queue]);
        start.Environment["AMQP_URL"] = Brokers.Shared.Address;
        return Process.Start(start)!;
    }
}
