using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Hypermax.RabbitMq.Tests.Support;
using Hypermax.TestSupport;

namespace Hypermax.RabbitMq.Tests;

/// <summary>The consumer of the samples, in another language and killed again and again.</summary>
public sealed class PythonConsumerTests
{
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
        string samples = typeof(PythonConsumerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Samples").Value!;
        ProcessStartInfo start = new(python, [Path.Combine(samples, "consumer.py"), queue]);
        start.Environment["AMQP_URL"] = Brokers.Shared.Address;
        return Process.Start(start)!;
    }
}
