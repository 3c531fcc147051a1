using Hypermax.TestSupport;

namespace Hypermax.Tests.Slurm;

/// <summary>Workers on a real cluster: what Slurm does to them, and what the study makes of it.</summary>
public sealed class SlurmClusterTests(SlurmClusterFixture fixture) : IClassFixture<SlurmClusterFixture>
{
    // The first run of trial 0 waits for what will happen to it, and has no value whatever that is; every other run is quick.
    private const string FirstWaits = "sh -c 'if [ {$trial} = 0 ] && mkdir first 2>/dev/null; then echo $SLURMD_NODENAME > waits; exec sleep 600; fi; "
        + "echo {x}'";

    private SlurmCluster Cluster => fixture.Cluster;

    [SlurmFact]
    public void Submit_Array_TheStudyIsFinishedAndLogsComeHome()
    {
        using SlurmBench bench = new(Cluster, "sh -c 'echo trained; echo {x}'", trials: 30);

        (string name, long job) = bench.Submit("--array", "1-8%4", "--time", "10", "--partition", "main", "--cpus", "1", "--mail", "me");
        string queue = Cluster.Client("squeue", "-h", "-r", "-t", "all", "--name", name, "-o", "%F %k");
        string watched = bench.Watch();

        Assert.Equal(8, queue.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line == $"{job} {name}"));
        Assert.Equal(Enumerable.Range(0, 30), bench.Trials.Select(trial => trial.Number));
        Assert.All(bench.Trials, trial => Assert.Equal((TrialState.Complete, trial.Point[0]), (trial.State, trial.Value)));
        Assert.Contains("8 tasks: 8 ended", watched, StringComparison.Ordinal);
        Assert.Contains("30 of 30 trials ended", watched, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(bench.Study, "report.html")));
        Assert.Contains("trained", File.ReadAllText(Path.Combine(bench.Study, "logs", "trial_29.txt")), StringComparison.Ordinal);
        (int code, string logs) = bench.Slurm("logs", "study");
        Assert.Equal((ExitCodes.Done, 8), (code, logs.Split('\n').Count(line => line.StartsWith("== task", StringComparison.Ordinal))));

        // Slurm has forgotten the job by then; the tasks' own words are left.
        SlurmBench.Eventually(() => Cluster.Client("squeue", "-h", "-t", "all", "--name", name).Length == 0, () => "Slurm remembers the job.");
        Assert.Contains("8 tasks: 8 ended", bench.Slurm("status", "study").Said, StringComparison.Ordinal);
        Assert.Contains("No task works on the study", bench.Slurm("cancel", "study").Said, StringComparison.Ordinal);
    }

    [SlurmFact]
    public void Node_LosesItsPower_ItsTrialIsRunAgainAndItsTaskToo()
    {
        using SlurmBench bench = new(Cluster, FirstWaits, trials: 4);
        bench.Submit("--array", "1-1", "--time", "10");
        bench.WaitFor("waits");
        string node = File.ReadAllText(Path.Combine(bench.Folder, "waits")).Trim();

        Cluster.CutPower(node);
        Cluster.Client("scontrol", "update", $"nodename={node}", "state=down", "reason=test");
        Cluster.StartNode(node);
        bench.Watch();

        Assert.Equal(4, bench.Trials.Count(trial => trial.IsComplete));
        Assert.Equal(1, bench.Trials[0].Retries);
        string log = bench.Slurm("logs", "study", "--task", "1").Said;
        Assert.Contains("0 of 4 trials in", log, StringComparison.Ordinal);
        Assert.Contains("4 of 4", log, StringComparison.Ordinal);
        Cluster.WaitForNodes();
    }

    [SlurmFact]
    public void Task_RunsTwiceAtOnce_TheFirstOutcomeOfATrialCounts()
    {
        using SlurmBench bench = new(Cluster, "sh -c 'echo $SLURMD_NODENAME >> nodes; echo > waits; sleep 12; echo {x}'", trials: 2);
        bench.Submit("--array", "1-1", "--time", "10");
        bench.WaitFor("waits");
        string node = File.ReadAllLines(Path.Combine(bench.Folder, "nodes"))[0];

        // The daemon is gone and the task lives: Slurm runs it again elsewhere.
        Cluster.KillDaemon(node);
        Cluster.Client("scontrol", "update", $"nodename={node}", "state=down", "reason=test");
        SlurmBench.Eventually(() => bench.Trials.Count(trial => trial.IsFinished) == 2, () => bench.Slurm("status", "study").Said);
        Cluster.StartNode(node);
        Cluster.WaitForNodes();
        bench.Slurm("cancel", "study");

        Assert.Equal([0, 1], bench.Trials.Select(trial => trial.Number));
        Assert.All(bench.Trials, trial => Assert.Equal((TrialState.Complete, trial.Point[0]), (trial.State, trial.Value)));
        Assert.True(Directory.GetFiles(Path.Combine(bench.Study, "slurm"), "task_1_*.json", SearchOption.AllDirectories).Length == 2, "It ran once only.");
    }

    [SlurmFact]
    public void Controller_DiesAfterItTookAJob_TheLossIsToldAndAStrangersJobIsLeftAlone()
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 3);
        Cluster.KeepState();
        (_, long job) = bench.Submit("--array", "1-3", "--time", "10", "--sbatch=--hold");
        Cluster.StopController();
        (int down, string downSaid) = bench.Slurm("status", "study");
        Cluster.LoseState();

        string stranger = Cluster.Client("sbatch", "--parsable", "--hold", "-J", "stranger", "-o", "/dev/null", "--wrap", "true").Trim();
        string said = bench.Slurm("status", "study").Said;
        bench.Slurm("cancel", "study");

        Assert.Equal(ExitCodes.Environment, down);
        Assert.Contains("controller does not answer", downSaid, StringComparison.Ordinal);
        Assert.Contains("3 tasks: 3 never ran", said, StringComparison.Ordinal);
        Assert.Equal($"{job}", stranger);
        Assert.Equal("PENDING", Cluster.Client("squeue", "-h", "-j", stranger, "-o", "%T").Trim());
        Cluster.Client("scancel", stranger);

        bench.Submit("--array", "1-2", "--time", "10");
        bench.Watch();
        Assert.Equal(3, bench.Trials.Count(trial => trial.IsComplete));
    }

    [SlurmFact]
    public async Task Controller_DoesNotAnswer_SubmittingWaitsForIt()
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 1);
        Cluster.StopController();

        Task<(string Name, long Job)> submitted = Task.Run(() => bench.Submit("--array", "1-1", "--patience", "100"));
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.False(submitted.IsCompleted);
        Cluster.StartController();
        (string name, _) = await submitted;
        bench.Watch();

        Assert.Single(bench.Trials);
        Assert.Single(Directory.GetFiles(Path.Combine(bench.Study, "slurm"), "*.sh"));
        string queue = Cluster.Client("squeue", "-h", "-r", "-t", "all", "--name", name, "-o", "%i");
        Assert.True(queue.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length <= 1, queue);
    }

    [SlurmFact]
    public void Tasks_CannotBegin_SlurmsReasonIsToldInWords()
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 1);

        // Past the check before: by an option that only Slurm reads.
        (string tooLarge, _) = bench.Submit("--array", "1-2", "--sbatch=--cpus-per-task=64");
        bench.Submit("--array", "1-3", "--sbatch=--hold");
        string said = string.Empty;
        SlurmBench.Eventually(() => (said = bench.Slurm("status", "study").Said).Contains("PartitionConfig", StringComparison.Ordinal), () => said);
        (int code, string json) = bench.Slurm("status", "study", "--json");
        (int watch, string watched) = bench.Slurm("watch", "study", "--every", "0.5");

        Assert.Contains("for ever   2 tasks (PartitionConfig): no node of the partition has what a task asks for", said, StringComparison.Ordinal);
        Assert.Contains("for ever   3 tasks (JobHeldUser): they are held", said, StringComparison.Ordinal);
        Assert.Contains("\"active\":false", json, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Done, ExitCodes.Failed), (code, watch));
        Assert.Contains("Submit again", watched, StringComparison.Ordinal);
        Assert.Contains("cancelled 5 tasks", bench.Slurm("cancel", "study").Said, StringComparison.Ordinal);
        Assert.DoesNotContain("PENDING", Cluster.Client("squeue", "-h", "--name", tooLarge, "-o", "%T"), StringComparison.Ordinal);
    }

    [SlurmTheory]
    [InlineData("There is no partition 'man'; this cluster has main, urgent. Did you mean 'main'?", "--partition", "man")]
    [InlineData("--cpus is 64, but no node", "--cpus", "64")]
    [InlineData("--memory is 9999999, but no node", "--memory", "9999999")]
    [InlineData("--gpus is 1, but no node", "--gpus", "1")]
    [InlineData("takes numbers of tasks up to 1000", "--array", "1-2000")]
    [InlineData("allows no more than", "--partition", "urgent", "--time", "2:00:00")]
    [InlineData("gives out no GPUs by that name", "--sbatch=--gres=gpu:2")]
    [InlineData("--array is '5-1'", "--array", "5-1")]
    [InlineData("--time is 'soon'", "--time", "soon")]
    [InlineData("no trial would begin", "--time", "10", "--trial-time", "1h")]
    [InlineData("holds a password", "--store", "postgres://me:secret@host/db", "--study", "a")]
    public void Submit_CannotBeMet_IsRefusedAndNothingIsLeft(string expected, params string[] options)
    {
        using SlurmBench bench = new(Cluster, "echo {x}", trials: 1);

        string[] folder = options.Contains("--store") ? [] : ["--folder", "study"];
        (int code, string said) = bench.Slurm(["submit", "search.json", .. folder, .. options]);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(bench.Study) ? Directory.GetFiles(bench.Study, "*", SearchOption.AllDirectories) : []);
    }

    [SlurmFact]
    public void Task_WarnedCancelledOrKilled_ItsTrialIsRunByAnother()
    {
        using SlurmBench bench = new(Cluster, FirstWaits, trials: 3);
        (string name, _) = bench.Submit("--array", "1-1", "--time", "10");
        bench.WaitFor("waits");

        // What a time limit that comes near does.
        Cluster.Client("scancel", "--signal=USR1", "--batch", "--name", name);
        Cluster.Client("scancel", "--signal=TERM", "--batch", "--name", name);
        Rearm(bench, given: 1);
        bench.WaitForStatus("1 failed");

        bench.Submit("--array", "1-1", "--time", "10");
        bench.WaitFor("waits");
        string cancelled = bench.Slurm("cancel", "study").Said;
        Rearm(bench, given: 2);

        bench.Submit("--array", "1-1", "--time", "10");
        bench.WaitFor("waits");
        KillWorker(bench);
        bench.WaitForStatus("died without a word");

        bench.Submit("--array", "1-1", "--time", "10");
        bench.Watch();

        Assert.Contains("cancelled 1 task", cancelled, StringComparison.Ordinal);
        Assert.Equal([TrialState.Complete, TrialState.Complete, TrialState.Complete], bench.Trials.Select(trial => trial.State));
        Assert.Equal(3, bench.Trials[0].Retries);
    }

    [SlurmFact]
    public void Task_Preempted_GoesOnWhenThereIsRoom()
    {
        using SlurmBench bench = new(Cluster, FirstWaits, trials: 2);
        bench.Submit("--array", "1-1", "--time", "10");
        bench.WaitFor("waits");

        string urgent = Cluster.Client("sbatch", "--parsable", "-p", "urgent", "-N", "3", "--exclusive", "-o", "/dev/null", "--wrap", "sleep 2").Trim();
        bench.Watch();

        Assert.Equal(2, bench.Trials.Count(trial => trial.IsComplete));
        Assert.Equal(1, bench.Trials[0].Retries);
        Assert.NotEmpty(urgent);
    }

    [SlurmFact]
    public void Cluster_OfTests_LeavesNoProcessBehind()
    {
        SlurmCluster cluster = SlurmCluster.Start(nodes: 1);
        string folder = cluster.Folder;
        using SlurmBench bench = new(cluster, "echo {x}", trials: 1);

        // Nobody knows the second one: its parent has gone.
        cluster.Client("sbatch", "-D", bench.Folder, "-o", "/dev/null", "--wrap", "setsid sh -c 'sleep 300 & touch runs' & sleep 300");
        bench.WaitFor("runs");
        cluster.Dispose();

        Assert.False(Directory.Exists(folder));
        Assert.DoesNotContain(
            Directory.GetDirectories("/proc").Where(process => int.TryParse(Path.GetFileName(process), out int id) && id != Environment.ProcessId),
            process => Reads(process, "cmdline").Contains(folder + "/", StringComparison.Ordinal)
                || Reads(process, "environ").Contains(folder + "/", StringComparison.Ordinal));
    }

    private static string Reads(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private static void Rearm(SlurmBench bench, int given)
    {
        SlurmBench.Eventually(
            () => File.ReadAllText(Path.Combine(bench.Study, "journal.jsonl")).Split("\"type\":\"back\"").Length > given,
            () => $"The trial was not given back {given} times.");
        File.Delete(Path.Combine(bench.Folder, "waits"));
        Directory.Delete(Path.Combine(bench.Folder, "first"));
    }

    private static void KillWorker(SlurmBench bench)
    {
        foreach (string process in Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            try
            {
                string line = File.ReadAllText(Path.Combine(process, "cmdline"));
                if (line.Contains("\0worker\0", StringComparison.Ordinal) && line.Contains(bench.Folder, StringComparison.Ordinal))
                {
                    using System.Diagnostics.Process worker = System.Diagnostics.Process.GetProcessById(int.Parse(Path.GetFileName(process)));
                    worker.Kill(entireProcessTree: true);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
            {
                // It has just ended.
            }
        }
    }
}
