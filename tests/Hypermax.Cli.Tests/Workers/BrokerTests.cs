using System.Diagnostics;
using System.Text;
using Hypermax.Storage.Journal;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Workers;

/// <summary>A search whose trials go through a broker, with real processes on both sides.</summary>
public sealed class BrokerTests
{
    private const string Secret = "wrong-w0rd";

    [RabbitFact]
    public async Task Search_WorkerAndSearchAreKilledAndTheSearchGoesOn_EveryTrialOnceAndThePasswordNowhere()
    {
        const int trials = 30;
        using RabbitServer broker = RabbitServer.Start();
        using SharedBench bench = new("sh -c 'sleep 0.1; echo {x}'", trials);
        bench.Variables["AMQP_URL"] = broker.Address;
        Process[] workers = [StartWorker(bench), StartWorker(bench)];
        Task<(int Code, string Said)>[] ends = [.. workers.Select(SharedBench.EndAsync)];
        Process search = StartSearch(bench);
        Task<(int Code, string Said)> killed = SharedBench.EndAsync(search);
        Assert.True(SpinWait.SpinUntil(() => Finished(bench) > 5, TimeSpan.FromMinutes(2)));

        workers[0].Kill();
        Process another = StartWorker(bench);
        Task<(int Code, string Said)> anotherEnds = SharedBench.EndAsync(another);
        Assert.True(SpinWait.SpinUntil(() => Finished(bench) > 12, TimeSpan.FromMinutes(2)));
        search.Kill();
        (int Code, string Said) first = await killed;
        (int code, string said) = await SharedBench.EndAsync(StartSearch(bench));

        Assert.True(code == ExitCodes.Done, said);
        (int workerCode, string workerSaid) = await ends[1];
        Assert.True(workerCode == ExitCodes.Done, workerSaid);
        Assert.Contains("The search on queue 'cli' has ended.", workerSaid, StringComparison.Ordinal);
        (int anotherCode, string anotherSaid) = await anotherEnds;
        Assert.True(anotherCode == ExitCodes.Done, anotherSaid);
        IReadOnlyList<TrialRecord> all = bench.Journal.Trials;
        Assert.Equal(Enumerable.Range(0, trials), all.Select(trial => trial.Number));
        Assert.All(all, trial => Assert.Equal((TrialState.Complete, trial.Point[0]), (trial.State, trial.Value)));
        Assert.All(
            new[] { first.Said, said, workerSaid, anotherSaid }.Concat(
                Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories).Select(file => File.ReadAllText(file, Encoding.Latin1))),
            text => Assert.DoesNotContain(RabbitServer.Password, text, StringComparison.Ordinal));
    }

    [UnixTheory]
    [InlineData(ExitCodes.Environment, "The broker amqp://me@127.0.0.1:1/ cannot be reached: ",
        "search", "search.json", "study", "-p", "HypertuneExecutor=amqp")]
    [InlineData(ExitCodes.Environment, "The broker amqp://me@127.0.0.1:1/ cannot be reached: ", "worker", "search.json", "--broker")]
    [InlineData(ExitCodes.Usage, "--broker has a password, which everybody could read there. Put the whole address into the environment variable AMQP_URL",
        "worker", "search.json", "--broker", "amqp://me:" + Secret + "@127.0.0.1:1")]
    [InlineData(ExitCodes.Usage, "has a password, which everybody could read there.",
        "search", "search.json", "study", "-p", "HypertuneExecutor=amqp", "-p", "HypertuneExecutorOptions=broker=amqp://me:" + Secret + "@127.0.0.1:1")]
    [InlineData(ExitCodes.Usage, "--queue and --stay are of a broker; give --broker too", "worker", "search.json", "--queue", "x")]
    [InlineData(ExitCodes.Usage, "leave --store and --study out", "worker", "search.json", "--broker", "--store", "x", "--study", "y")]
    public async Task Verb_BrokerThatIsNotThereOrWronglyGiven_IsToldWithTheRemedy(int code, string expected, params string[] arguments)
    {
        using SharedBench bench = new("echo {x}", trials: 2);
        bench.Variables["AMQP_URL"] = $"amqp://me:{Secret}@127.0.0.1:1";

        (int ended, string said) = await SharedBench.EndAsync(bench.StartVerb(arguments));

        Assert.True(ended == code, said);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static Process StartWorker(SharedBench bench) => bench.StartVerb("worker", "search.json", "--broker", "--queue", "cli");

    private static Process StartSearch(SharedBench bench) => bench.StartVerb(
        "search", "search.json", "study", "-p", "HypertuneExecutor=amqp", "-p", "HypertuneExecutorOptions=queue=cli", "-p", "HypertuneWorkers=3");

    private static int Finished(SharedBench bench) =>
        File.Exists(Path.Combine(bench.Study, JournalStore.FileName)) ? bench.Journal.Trials.Count(trial => trial.IsFinished) : 0;
}
