using System.Collections.Concurrent;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.RabbitMq.Tests.Support;
using Hypermax.TestSupport;

namespace Hypermax.RabbitMq.Tests;

/// <summary>Searches through a broker that is well.</summary>
public sealed class SearchTests
{
    [RabbitFact]
    public async Task RunAsync_ThreeWorkers_EachTrialIsRunOnceAndTheQueuesGoWithTheSearch()
    {
        string queue = Brokers.NextQueue();
        ConcurrentBag<Point> evaluated = [];
        Task<double> Evaluate(Point point, TrialContext trial)
        {
            evaluated.Add(point);
            return Task.FromResult(Searches.Bowl(point));
        }

        // Before the search, which they wait for; its end is theirs.
        Task<int>[] workers = [.. Enumerable.Range(0, 3).Select(_ => Searches.WorkAsync(Brokers.Shared.Address, queue, Evaluate))];
        StudyResult result;
        Remarks remarks = new();
        await using (AmqpExecutor executor = await AmqpExecutor.ConnectAsync(
            new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue, Said = remarks.Add }))
        {
            result = await Searches.SearchAsync(executor, 60, 6);
        }

        Assert.Empty(remarks.All);

        Searches.RequireExact(result, 60);
        Assert.Equal(60, (await Task.WhenAll(workers).WaitAsync(TimeSpan.FromSeconds(30))).Sum());
        Assert.Equal(60, evaluated.Distinct().Count());
        Assert.Equal(60, evaluated.Count);
        foreach (string end in new[] { string.Empty, ".results", ".dead" })
        {
            Assert.Null(await Raw.CountAsync(queue + end));
        }
    }

    [RabbitFact]
    public async Task RunAsync_PrunedTrial_IsStoppedAtItsConsumer()
    {
        string queue = Brokers.NextQueue();
        TaskCompletionSource stopped = new();
        using CancellationTokenSource leave = new();
        Task<int> work = Searches.WorkAsync(Brokers.Shared.Address, queue, async (point, trial) =>
        {
            trial.Report(3, 1);
            try
            {
                await Task.Delay(Timeout.Infinite, trial.Cancellation);
            }
            finally
            {
                stopped.TrySetResult();
            }

            return 0;
        }, leaving: leave.Token);
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue });

        TrialOutcome outcome = await executor.RunAsync(JobOf(0, report => report.Value > 2), CancellationToken.None);

        Assert.Equal(TrialState.Pruned, outcome.State);
        Assert.Equal(3, outcome.Value);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await leave.CancelAsync();
        await work;
    }

    [RabbitFact]
    public async Task RunAsync_CancelledBeforeAnybodyTookIt_IsNotRunLater()
    {
        string queue = Brokers.NextQueue();
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue });
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(0.3));
        TrialOutcome outcome = await executor.RunAsync(JobOf(0), stop.Token);
        using CancellationTokenSource leave = new();
        ConcurrentBag<bool> cancelled = [];
        Task<int> work = Searches.WorkAsync(Brokers.Shared.Address, queue, async (point, trial) =>
        {
            if (point[0] == 1)
            {
                await Task.Delay(TimeSpan.FromSeconds(30), trial.Cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancelled.Add(trial.Cancellation.IsCancellationRequested);
            }

            return Searches.Bowl(point);
        }, leaving: leave.Token);

        TrialOutcome next = await executor.RunAsync(JobOf(1) with { Point = [2, 0] }, CancellationToken.None);

        Assert.Equal(FailureKind.Cancelled, outcome.Failure);
        Assert.Equal(4, next.Value);
        Assert.Equal([true], cancelled);
        await leave.CancelAsync();
        await work;
    }

    [RabbitFact]
    public async Task RunAsync_ConsumersThatDieOfATrial_ItFailsAfterItsDeliveries()
    {
        string queue = Brokers.NextQueue();
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(
            new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue, Deliveries = 3, Limits = TrialLimits.None });
        Task<TrialOutcome> trial = executor.RunAsync(JobOf(0), CancellationToken.None);

        await Raw.TakeAndDieAsync(queue, 3);
        TrialOutcome outcome = await trial.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(FailureKind.ProcessDied, outcome.Failure);
        Assert.StartsWith("Every consumer that took the trial was lost before it gave a result (deliveries: 3).", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(0u, await Raw.CountAsync(queue));
    }

    [RabbitFact]
    public async Task RunAsync_ConsumerDies_AnotherRunsItsTrial()
    {
        string queue = Brokers.NextQueue();
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue });
        Task<StudyResult> search = Searches.SearchAsync(executor, 10, 1);
        await Raw.TakeAndDieAsync(queue, 2);
        using CancellationTokenSource leave = new();
        Task<int> work = Searches.WorkAsync(Brokers.Shared.Address, queue, (point, _) => Task.FromResult(Searches.Bowl(point)), leaving: leave.Token);

        Searches.RequireExact(await search, 10);
        await leave.CancelAsync();
        Assert.Equal(10, await work);
    }

    [RabbitFact]
    public async Task RunAsync_WorkerHasToEnd_GivesItsTrialToAnother()
    {
        string queue = Brokers.NextQueue();
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(
            new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue, Deliveries = 1 });
        TaskCompletionSource begun = new();
        using CancellationTokenSource end = new();
        Task<int> first = Searches.WorkAsync(Brokers.Shared.Address, queue, async (_, trial) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, trial.Cancellation);
            return 0;
        }, leaving: end.Token, ending: end.Token);
        Task<TrialOutcome> trial = executor.RunAsync(JobOf(0), CancellationToken.None);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await end.CancelAsync();
        await first;
        using CancellationTokenSource leave = new();
        Task<int> second = Searches.WorkAsync(Brokers.Shared.Address, queue, (point, _) => Task.FromResult(Searches.Bowl(point)), leaving: leave.Token);

        TrialOutcome outcome = await trial.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(1, outcome.Value);
        Assert.Equal("2", outcome.Attributes["deliveries"]);
        await leave.CancelAsync();
        await second;
    }

    [RabbitFact]
    public async Task RunAsync_MaxTrials_LeavesAfterThemAndTheRestIsForOthers()
    {
        string queue = Brokers.NextQueue();
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(
            new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue, Deliveries = 2 });
        Task<StudyResult> search = Searches.SearchAsync(executor, 12, 4);
        int first = await Searches.WorkAsync(
            Brokers.Shared.Address, queue, (point, _) => Task.FromResult(Searches.Bowl(point)), options: new AmqpWorkerOptions { Slots = 3, MaxTrials = 5 });
        using CancellationTokenSource leave = new();
        Task<int> rest = Searches.WorkAsync(Brokers.Shared.Address, queue, (point, _) => Task.FromResult(Searches.Bowl(point)), leaving: leave.Token);

        Searches.RequireExact(await search, 12);
        await leave.CancelAsync();
        Assert.Equal((5, 7), (first, await rest));
    }

    [RabbitFact]
    public async Task RunAsync_MaxTrialsWhileTheLastOnesRun_HoldsNoTrialThatOthersCouldRun()
    {
        string queue = Brokers.NextQueue();
        await using AmqpExecutor executor = await AmqpExecutor.ConnectAsync(
            new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue, Deliveries = 1 });
        TaskCompletionSource others = new();
        CountdownEvent begun = new(2);
        Task<int> few = Searches.WorkAsync(
            Brokers.Shared.Address,
            queue,
            async (point, _) =>
            {
                begun.Signal();
                await others.Task;
                return Searches.Bowl(point);
            },
            options: new AmqpWorkerOptions { Slots = 3, MaxTrials = 2 });
        int ended = 0;
        Task<StudyResult> search = Searches.SearchAsync(executor, 8, 4);
        Assert.True(begun.Wait(TimeSpan.FromMinutes(1)));
        using CancellationTokenSource leave = new();
        Task<int> rest = Searches.WorkAsync(
            Brokers.Shared.Address,
            queue,
            (point, _) =>
            {
                if (Interlocked.Increment(ref ended) == 6)
                {
                    others.SetResult();
                }

                return Task.FromResult(Searches.Bowl(point));
            },
            leaving: leave.Token);

        Searches.RequireExact(await search.WaitAsync(TimeSpan.FromMinutes(1)), 8);
        await leave.CancelAsync();
        Assert.Equal((2, 6), (await few, await rest));
    }

    private static TrialJob JobOf(int number, Func<TrialReport, bool>? reported = null) =>
        new() { Number = number, Space = Searches.Space, Point = [1, 0], Seed = 1, Reported = reported };
}
