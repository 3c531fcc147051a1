using System.Diagnostics;
using System.Text;
using Hypermax.Storage.Journal;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Workers;

/// <summary>Real worker processes on one folder: they finish a study together, whatever happens to them.</summary>
public sealed class WorkerTests
{
    // The first run of trial 0 waits to be ended; every other run is quick.
    private const string FirstWaits = "sh -c 'if [ {$trial} = 0 ] && mkdir first 2>/dev/null; then echo > waits; sleep 600; fi; echo {x}'";

    [UnixFact]
    public async Task Work_SixteenProcessesAndManyDeaths_EveryTrialOnceAndNoneTooMany()
    {
        const int trials = 120;
        using SharedBench bench = new("sh -c 'sleep 0.1; echo {x}'", trials);
        Process[] workers = [.. Enumerable.Range(0, 16).Select(_ => bench.Start())];
        Task<(int Code, string Said)>[] ends = [.. workers.Select(SharedBench.EndAsync)];
        Assert.True(SpinWait.SpinUntil(() => Finished(bench) > 10, TimeSpan.FromMinutes(2)));

        Array.ForEach(workers[..4], worker => worker.Kill());
        SharedBench.Signal(workers[4], "TERM", group: true);
        SharedBench.Signal(workers[5], "USR1");
        AppendHalfARecord(bench.Study);
        (int Code, string Said)[] ended = await Task.WhenAll(ends);

        JournalSnapshot study = bench.Journal;
        Assert.Equal(Enumerable.Range(0, trials), study.Trials.Select(trial => trial.Number));
        Assert.All(study.Trials, trial => Assert.Equal((TrialState.Complete, trial.Point[0]), (trial.State, trial.Value)));
        Assert.Equal([ExitCodes.Cancelled, ExitCodes.Done], ended[4..6].Select(end => end.Code));
        Assert.All(ended[6..], end => Assert.Equal((ExitCodes.Done, string.Empty), (end.Code, end.Code == ExitCodes.Done ? string.Empty : end.Said)));
        Assert.Single(study.Damaged);
        Assert.Single(ended, end => end.Said.Contains("report.html", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(bench.Study, "report.html")));
        string[] told = [.. ended.SelectMany(end => end.Said.Split('\n')).Where(line => line.Contains(": trial ", StringComparison.Ordinal))];
        Assert.Equal(told.Length, told.Select(line => line.Split(' ')[2]).Distinct().Count());
    }

    [UnixTheory]
    [InlineData("TERM", false, ExitCodes.Cancelled)]
    [InlineData("TERM", true, ExitCodes.Cancelled)]
    [InlineData("USR1", false, ExitCodes.Done)]
    public async Task Work_AskedToLeave_AnotherRunsTheTrialAndNothingFailed(string signal, bool group, int code)
    {
        using SharedBench bench = new(FirstWaits, trials: 3);
        Process leaving = bench.Start("--grace", "1");
        Task<(int Code, string Said)> end = SharedBench.EndAsync(leaving);
        bench.WaitFor("waits");

        SharedBench.Signal(leaving, signal, group);
        (int left, string said) = await end;
        (int done, string saidToo) = await SharedBench.EndAsync(bench.Start());

        Assert.True((code, ExitCodes.Done) == (left, done), said + saidToo);
        Assert.Contains("given back", said, StringComparison.Ordinal);
        Assert.Equal([TrialState.Complete, TrialState.Complete, TrialState.Complete], bench.Journal.Trials.Select(trial => trial.State));
        Assert.Equal(1, File.ReadLines(Path.Combine(bench.Study, JournalStore.FileName)).Count(line => line.Contains("\"type\":\"back\"")));
    }

    [UnixFact]
    public async Task Work_WarnedDuringAShortTrial_TheTrialEnds()
    {
        using SharedBench bench = new("sh -c 'echo > began; sleep 2; echo {x}'", trials: 5);
        Process worker = bench.Start("--grace", "60");
        Task<(int Code, string Said)> end = SharedBench.EndAsync(worker);
        bench.WaitFor("began");

        SharedBench.Signal(worker, "USR1");
        (int code, string said) = await end;

        Assert.True(code == ExitCodes.Done, said);
        Assert.Equal(TrialState.Complete, Assert.Single(bench.Journal.Trials).State);
    }

    [UnixFact]
    public async Task Work_MostTrialsOfItsOwn_ExactlyThese()
    {
        using SharedBench bench = new("echo {x}", trials: 10);
        bench.Write("search.json", "echo {x}", trials: 10);

        (int code, string said) = await SharedBench.EndAsync(bench.Start("--max-trials", "4", "-p", "HypertuneWorkers=3"));
        (int rest, string restSaid) = await SharedBench.EndAsync(bench.Start("--idle-exit"));
        (int nothing, string nothingSaid) = await SharedBench.EndAsync(bench.Start());

        Assert.True((code, rest, nothing) == (ExitCodes.Done, ExitCodes.Done, ExitCodes.Done), said + restSaid + nothingSaid);
        Assert.Contains("ran 4 trials and leaves: it has begun as many as it may", said, StringComparison.Ordinal);
        Assert.Contains("arrival order", said, StringComparison.Ordinal);
        Assert.Contains("4 of 10", restSaid, StringComparison.Ordinal);
        Assert.Contains("ran 6 trials", restSaid, StringComparison.Ordinal);
        Assert.Contains("ran 0 trials", nothingSaid, StringComparison.Ordinal);
        Assert.Equal(10, bench.Journal.Trials.Count);
    }

    [UnixFact]
    public async Task Work_OthersRunTheRest_IdleExitLeaves()
    {
        using SharedBench bench = new(FirstWaits, trials: 1);
        Process busy = bench.Start();
        bench.WaitFor("waits");

        (int code, string said) = await SharedBench.EndAsync(bench.Start("--idle-exit"));

        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("others run what is left (1 trial)", said, StringComparison.Ordinal);
        Assert.False(busy.HasExited);
        busy.Kill();
    }

    [UnixFact]
    public async Task Work_NotOfTheStudy_RefusedInWords()
    {
        using SharedBench bench = new("echo {x}", trials: 2);
        await SharedBench.EndAsync(bench.Start("--max-trials", "1"));
        bench.Write("space.json", "echo {x}", trials: 2, high: 2);
        bench.Write("command.json", "printf {x}", trials: 2);
        byte[] before = File.ReadAllBytes(Path.Combine(bench.Study, JournalStore.FileName));

        (int space, string spaceSaid) = await SharedBench.EndAsync(bench.StartVerb("worker", "space.json", "--folder", "study"));
        (int command, string commandSaid) = await SharedBench.EndAsync(bench.StartVerb("worker", "command.json", "--folder", "study"));
        (int force, string forceSaid) = await SharedBench.EndAsync(bench.Start("-p", "HypertuneForce=true"));

        Assert.Equal([ExitCodes.Conflict, ExitCodes.Conflict, ExitCodes.Usage], [space, command, force]);
        Assert.Contains("This worker is not one of study 'study', which others work on: space is", spaceSaid, StringComparison.Ordinal);
        Assert.Contains("objective is", commandSaid, StringComparison.Ordinal);
        Assert.Contains("changes trials that other workers use", forceSaid, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(bench.Study, JournalStore.FileName)));
        Assert.Contains("\"max\": 1\n", File.ReadAllText(Path.Combine(bench.Study, "search.json")).Replace("1.0", "1", StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task Work_FolderThatCannotBe_RemedyIsAnOptionOfTheVerb()
    {
        using SharedBench bench = new("echo {x}", trials: 1);

        (int code, string said) = await SharedBench.EndAsync(bench.StartVerb("worker", "search.json", "--folder", "/proc/nope"));
        (int stored, string saidOfStore) = await SharedBench.EndAsync(bench.StartVerb("worker", "search.json", "--store", "/proc/nope", "--study", "S"));

        Assert.Equal([ExitCodes.Environment, ExitCodes.Environment], [code, stored]);
        Assert.Contains("or choose another folder with --folder;", said, StringComparison.Ordinal);
        Assert.Contains("or choose another folder with --store;", saidOfStore, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Status_OneWorkerRefusedAndAnotherThere_NamesThoseWhoWork()
    {
        using SharedBench bench = new("sh -c 'echo > began; sleep 600; echo {x}'", trials: 5);
        Process busy = bench.Start();
        bench.WaitFor("began");
        bench.Write("space.json", "echo {x}", trials: 2, high: 2);

        (int code, _) = await SharedBench.EndAsync(bench.StartVerb("worker", "space.json", "--folder", "study"));
        string? alone = FolderLock.OwnerOf(bench.Study);
        File.Delete(Path.Combine(bench.Folder, "began"));
        bench.Start();
        bench.WaitFor("began");
        (_, string status) = await SharedBench.EndAsync(bench.StartVerb("status", "study", "--wait", "1"));

        Assert.Equal(ExitCodes.Conflict, code);
        Assert.Equal($"process {busy.Id} on {Environment.MachineName}", alone);
        Assert.Contains("2 workers (process ", status, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Run_Shared_TwoProcessesOfOneCommandLine()
    {
        using SharedBench bench = new("echo {x}", trials: 1);
        File.WriteAllText(Path.Combine(bench.Folder, "space.json"), """{"params":[{"name":"x","type":"float","low":0,"high":1}]}""");
        string[] line = ["run", "--shared", "--space", "space.json", "-o", "study", "--command", "sh -c 'sleep 0.1; echo {x}'", "-p", "HypertuneTrials=12"];

        (int Code, string Said)[] ends = await Task.WhenAll(SharedBench.EndAsync(bench.StartVerb(line)), SharedBench.EndAsync(bench.StartVerb(line)));

        Assert.All(ends, end => Assert.True(end.Code == ExitCodes.Done, end.Said));
        Assert.Equal(12, bench.Journal.Trials.Count(trial => trial.IsComplete));
    }

    [UnixTheory]
    [InlineData("name its folder with --folder", "worker", "search.json")]
    [InlineData("Name it with --study", "worker", "search.json", "--store", "here")]
    [InlineData("--max-trials is '0'; it must be a whole number from 1", "worker", "search.json", "--folder", "study", "--max-trials", "0")]
    [InlineData("--grace is 'soon'", "worker", "search.json", "--folder", "study", "--grace", "soon")]
    [InlineData(
        "'foo://' is no kind of store. Name a folder that all processes see, or a database as postgres://user@host/database.",
        "worker", "search.json", "--store", "foo://x", "--study", "S")]
    [InlineData("no kind of store", "worker", "search.json", "--store", "gopher://x", "--study", "a")]
    [InlineData("give --shared too", "run", "--space", "search.json", "-o", "study", "--command", "true", "--idle-exit")]
    public async Task Verb_MakesNoSense_SaysWhy(string expected, params string[] arguments)
    {
        using SharedBench bench = new("echo {x}", trials: 1);

        (int code, string said) = await SharedBench.EndAsync(bench.StartVerb(arguments));

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    private static int Finished(SharedBench bench)
    {
        try
        {
            return bench.Journal.Trials.Count(trial => trial.IsFinished);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    // What a machine leaves behind that lost its power while it wrote.
    private static void AppendHalfARecord(string study)
    {
        while (true)
        {
            try
            {
                using FileStream turn = new(Path.Combine(study, "journal.turn"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                using FileStream journal = new(Path.Combine(study, JournalStore.FileName), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                journal.Write(Encoding.UTF8.GetBytes("{\"type\":\"finish\",\"trial\":3,\"sta"));
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(1);
            }
        }
    }
}
