using Hypermax.RabbitMq.Tests.Support;
using Hypermax.TestSupport;

namespace Hypermax.RabbitMq.Tests;

/// <summary>A search through a broker that is killed in the middle: every trial ends once, with its own value.</summary>
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
}
