using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Hypermax.Storage.Journal;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Slurm.Driver;

/// <summary>Searches whose trials are jobs of a real cluster, and what Slurm does to these.</summary>
public sealed class SlurmDriverTests(SlurmClusterFixture fixture) : IClassFixture<SlurmClusterFixture>
{
    // The first run of trial 0 waits for what will happen to it, and has no value whatever that is; every other run is quick.
    private const string FirstWaits = "sh -c 'if [ {$trial} = 0 ] && mkdir first 2>/dev/null; then echo $SLURMD_NODENAME > waits; exec sleep 600; fi; "
        + "echo $SLURM_RESTART_COUNT > restarts_{$trial}; echo {x}'";

    private SlurmCluster Cluster => fixture.Cluster;

    [SlurmFact]
    public void Run_Command_TrialsAreJobsAndComeHome()
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 5);

        (int code, string said) = End(Run(
            bench, "sh -c 'echo trained with $OMP_NUM_THREADS cores as $SLURM_JOB_NAME; sleep 1; echo {x}'", trials: 5, "-p", "HypertuneSlotCores=2"));

        Assert.True(code == ExitCodes.Done, said);
        Assert.Equal(Enumerable.Range(0, 5), bench.Trials.Select(trial => trial.Number));
        Assert.All(bench.Trials, trial => Assert.Equal((TrialState.Complete, trial.Point[0]), (trial.State, trial.Value)));
        Assert.Matches("trained with 2 cores as hypermax-study-[0-9]+-[0-9a-f]+-t4a1-", File.ReadAllText(Path.Combine(bench.Study, "logs", "trial_4.txt")));
        Assert.True(File.Exists(Path.Combine(bench.Study, "report.html")));
        RequireNothingIsLeft(bench);
    }

    [SlurmFact]
    public void Search_KilledAndStartedAgain_TakesUpItsJobs()
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 4);
        const string Slow = "sh -c 'echo begun >> begun_{$trial}; while [ ! -f go ]; do sleep 0.1; done; echo {x}'";
        using (Process killed = Run(bench, Slow, trials: 4))
        {
            bench.WaitFor("begun_0");
            bench.WaitFor("begun_1");
            bench.WaitFor("begun_2");
            killed.Kill();
            killed.WaitForExit();
        }

        Process again = Run(bench, Slow, trials: 4);
        Thread.Sleep(TimeSpan.FromSeconds(2));
        File.WriteAllText(Path.Combine(bench.Folder, "go"), string.Empty);
        (int code, string said) = End(again);

        Assert.True(code == ExitCodes.Done, said);
        Assert.Equal([1, 1, 1, 0], bench.Trials.Select(trial => trial.Retries));
        Assert.All(bench.Trials, trial => Assert.Equal(trial.Point[0], trial.Value));
        Assert.All(Enumerable.Range(0, 4), number => Assert.Equal("begun\n", File.ReadAllText(Path.Combine(bench.Folder, $"begun_{number}"))));
        Assert.Contains("trial 2: its job of the search before is taken up", said, StringComparison.Ordinal);
        RequireNothingIsLeft(bench);
    }

    [SlurmFact]
    public void Node_LosesItsPower_TheTrialIsRunAgainByTheSameJob()
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 2);
        Process search = Run(bench, FirstWaits, trials: 2);
        bench.WaitFor("waits");
        string node = File.ReadAllText(Path.Combine(bench.Folder, "waits")).Trim();

        Cluster.CutPower(node);
        Cluster.Client("scontrol", "update", $"nodename={node}", "state=down", "reason=test");
        Cluster.StartNode(node);
        (int code, string said) = End(search);

        Assert.True(code == ExitCodes.Done, said);
        Assert.All(bench.Trials, trial => Assert.Equal((TrialState.Complete, 0), (trial.State, trial.Retries)));
        RequireNothingIsLeft(bench);
        Cluster.WaitForNodes();
    }

    [SlurmFact]
    public void Search_Interrupted_ItsJobsAreCancelledAndItGoesOn()
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 3);
        Process search = Run(bench, FirstWaits, trials: 3);
        bench.WaitFor("waits");

        Process.Start("kill", ["-INT", $"{search.Id}"])!.WaitForExit();
        (int code, string said) = End(search);
        SlurmBench.Eventually(() => Cluster.Client("squeue", "-h", "-o", "%j").Trim().Length == 0, () => Cluster.Client("squeue"));
        (int again, string last) = End(Run(bench, FirstWaits, trials: 3));

        Assert.True(code == ExitCodes.Cancelled, said);
        Assert.True(again == ExitCodes.Done, last);
        Assert.Equal(3, bench.Trials.Count(trial => trial.IsComplete));
        RequireNothingIsLeft(bench);
    }

    [SlurmFact]
    public void Job_Preempted_IsPutBackAndItsTrialRunsOnceMore()
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 2);
        Process search = Run(bench, FirstWaits, trials: 2, "--executor-option", "partition=main");
        bench.WaitFor("waits");

        Cluster.Client("sbatch", "-p", "urgent", "-N", "3", "--exclusive", "-o", "/dev/null", "--wrap", "sleep 1");
        (int code, string said) = End(search);

        Assert.True(code == ExitCodes.Done, said);
        Assert.Equal("1\n", File.ReadAllText(Path.Combine(bench.Folder, "restarts_0")));
        Assert.All(bench.Trials, trial => Assert.Equal((TrialState.Complete, 0, trial.Point[0]), (trial.State, trial.Retries, trial.Value)));
        RequireNothingIsLeft(bench);
    }

    [SlurmFact]
    public void Search_PythonFunction_RunsOnNodesAndItsFaultsComeHome()
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 3);
        File.WriteAllText(Path.Combine(bench.Folder, "model.py"), """
            import os
            def train(parameters):
                print("trained on", os.environ["SLURMD_NODENAME"])
                if "-t1a1-" in os.environ["SLURM_JOB_NAME"]:
                    raise ValueError("no luck")
                return {"loss": parameters["x"], "accuracy": 1 - parameters["x"]}

            """);
        File.WriteAllText(Path.Combine(bench.Folder, "search.json"), JsonSerializer.Serialize(new
        {
            hyperparameters = new { type = "object", properties = new { x = new { type = "number", min = 0, max = 1 } } },
            function = new { type = "python_function", module = "model", name = "train", parallel = 3 },
            search = new { method = "random", iterations = 3 },
            settings = new { executor = "slurm", executorOptions = new { pollSeconds = 0.5 } },
            results = new { directory = "results", graphs = false },
        }));

        (int code, string said) = End(bench.StartVerb("search.json"));
        string folder = Path.Combine(bench.Folder, "results_0");
        IReadOnlyList<TrialRecord> trials = JournalSnapshot.Read(folder).Trials;

        Assert.True(code == ExitCodes.Done, said);
        Assert.Equal([TrialState.Complete, TrialState.Failed, TrialState.Complete], trials.Select(trial => trial.State));
        Assert.Contains("ValueError: no luck", trials[1].Outcome!.Message, StringComparison.Ordinal);
        Assert.Equal(1 - trials[2].Point[0], trials[2].Outcome!.Metrics["accuracy"]);
        Assert.Matches("trained on node[1-3]", File.ReadAllText(Path.Combine(folder, "logs", "trial_2.txt")));
    }

    [SlurmFact]
    public void Search_ObjectiveOfAnAssembly_RunsInWorkersOnNodes()
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 2);
        string assembly = typeof(SlurmDriverTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "ChaosAssembly").Value!;
        File.WriteAllText(Path.Combine(bench.Folder, "search.json"), JsonSerializer.Serialize(new
        {
            function = new { type = "dotnet", assembly, objective = "Echo", parallel = 2 },
            search = new { method = "random", iterations = 3 },
            settings = new
            {
                target = "none", patience = "none", timeout = "none", loss = "value", executor = "slurm", executorOptions = new { pollSeconds = 0.5 },
            },
            results = new { directory = "results", graphs = false },
        }));

        (int code, string said) = End(bench.StartVerb("search.json"));

        Assert.True(code == ExitCodes.Done, said);
        Assert.Equal(3, JournalSnapshot.Read(Path.Combine(bench.Folder, "results_0")).Trials.Count(trial => trial.IsComplete));
    }

    private static Process Run(SlurmBench bench, string command, int trials, params string[] more) => bench.StartVerb(
        [
            "run", "--space", "search.json", "-o", "study", "--command", command, "--executor", "slurm", "--executor-option", "pollSeconds=0.5",
            "-p", $"HypertuneTrials={trials}", "-p", "HypertuneWorkers=3", "-p", "HypertuneMethod=random", .. more,
        ]);

    private static (int Code, string Said) End(Process search)
    {
        using (search)
        {
            Task<string> errors = search.StandardError.ReadToEndAsync();
            string said = search.StandardOutput.ReadToEnd() + errors.Result;
            search.WaitForExit();
            return (search.ExitCode, said);
        }
    }

    private void RequireNothingIsLeft(SlurmBench bench)
    {
        Assert.Empty(Directory.GetDirectories(Path.Combine(bench.Study, "slurm", "trials")));
        Assert.Empty(Cluster.Client("squeue", "-h", "-o", "%j").Trim());
    }
}
