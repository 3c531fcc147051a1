using System.Text.RegularExpressions;
using Hypermax.Execution;
using Hypermax.Execution.Slurm;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Execution.Slurm;

/// <summary>What a cluster does to the job of a trial, and what becomes of the trial.</summary>
public sealed class SlurmExecutorTests : IDisposable
{
    private const string OnlyTheFirst = "[ $(wc -l < \"$here/sbatch.calls\") -le 2 ]";

    private readonly SlurmBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [UnixFact]
    public async Task Job_GoodTrial_ComesHomeWithItsLogAndLeavesNothing()
    {
        TrialOutcome outcome = await _bed.RunAsync(_bed.Spec());

        Assert.Equal((TrialState.Complete, 0.5, "logs/trial_3.txt"), (outcome.State, outcome.Value, outcome.Log));
        Assert.Contains("trained on", File.ReadAllText(Path.Combine(_bed.Study, "logs", "trial_3.txt")), StringComparison.Ordinal);
        Assert.Empty(TrialFolder.Of(_bed.Jobs));
        Assert.Empty(_bed.Cluster.Calls("scancel"));
        Assert.Empty(_bed.Said);
    }

    [UnixFact]
    public async Task Script_OfATrial_AsksForWhatItNeedsAndIsKnownByItsComment()
    {
        string script = string.Empty;
        _bed.Cluster.Hook("start", "cp \"$script\" \"$here/kept.sh\"");
        SlurmSpec spec = _bed.Spec() with { Partition = "main", Account = "ours", Cpus = 2, Gpus = null, Sbatch = ["--qos=long"] };

        await _bed.RunAsync(spec with { Limits = spec.Limits with { MemoryBytes = 1L << 30 } });
        script = await File.ReadAllTextAsync(Path.Combine(_bed.Cluster.Bin, "kept.sh"));

        string name = Regex.Match(script, "--job-name=(.+)").Groups[1].Value;
        Assert.Matches("^hypermax-a-study-[0-9]{12}-[0-9a-f]{6}-t3a1-[0-9a-f]{6}$", name);
        Assert.Contains($"#SBATCH --comment={name}\n", script, StringComparison.Ordinal);
        foreach (string option in new[] { "--time=8", "--partition=main", "--cpus-per-task=2", "--mem=1536M", "--account=ours", "--qos=long", "--requeue" })
        {
            Assert.Contains($"#SBATCH {option}\n", script, StringComparison.Ordinal);
        }

        Assert.Contains("export OMP_NUM_THREADS=2\n", script, StringComparison.Ordinal);
        Assert.Contains($"#SBATCH --output=\"{_bed.Jobs}", script, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Queue_ManyJobs_IsLookedAtOnceForAll()
    {
        await using SlurmExecutor executor = await SlurmExecutor.CreateAsync(_bed.Spec("sleep 2\n" + SlurmBed.Good));

        TrialOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => executor.RunAsync(_bed.Job(i), CancellationToken.None)));

        Assert.All(outcomes, outcome => Assert.Equal(0.5, outcome.Value));
        Assert.Contains(_bed.Cluster.Calls("squeue"), call => Regex.Count(call, "-t[0-9]a1-") == 6);
    }

    [UnixFact]
    public async Task Submission_Vanished_IsMadeAgainUnderAnotherName()
    {
        // The controller said an id, died, and knows nothing of it.
        _bed.Cluster.Hook("sbatch", $"[ \"$1\" = --test-only ] || {{ {OnlyTheFirst} && echo 2 && exit 0; }}");

        TrialOutcome outcome = await _bed.RunAsync(_bed.Spec());

        Assert.Equal((0.5, 2), (outcome.Value, _bed.Cluster.Submissions));
        Assert.Equal("trial 3: Slurm knows nothing of its job, which never began; it is submitted again", Assert.Single(_bed.Said));
        Assert.Contains("t3a1-", Assert.Single(_bed.Cluster.Calls("scancel")), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Submission_AnswerIsLost_TheJobIsFoundByItsName()
    {
        _bed.Cluster.Hook("start", "setsid sh \"$script\" > /dev/null 2>&1 & echo 'sbatch: error: Unable to contact slurm controller' >&2; exit 1");

        TrialOutcome outcome = await _bed.RunAsync(_bed.Spec());

        Assert.Equal((0.5, 1), (outcome.Value, _bed.Cluster.Submissions));
    }

    [UnixFact]
    public async Task Controller_Down_IsWaitedForAndToldOnce()
    {
        _bed.Cluster.Hook("squeue", """
            [ $(wc -l < "$here/squeue.calls") -le 2 ] && { echo 'slurm_load_jobs error: Unable to contact slurm controller' >&2; exit 1; }
            """);

        TrialOutcome outcome = await _bed.RunAsync(_bed.Spec("sleep 4\n" + SlurmBed.Good));

        Assert.Equal((0.5, 1), (outcome.Value, _bed.Cluster.Submissions));
        Assert.Contains("Slurm's controller does not answer; asking again in 1 s", _bed.Said);
    }

    [UnixFact]
    public async Task Submissions_MoreThanThereMayBe_WaitForOthersAndAreToldOnce()
    {
        _bed.Cluster.Hook("sbatch", """
            running=0
            for job in "$here"/jobs/*.id; do [ -f "$job" ] && [ ! -f "${job%.id}.code" ] && running=$((running + 1)); done
            [ "$1" = --test-only ] || [ $running -lt 2 ] || { echo 'sbatch: error: Job violates accounting/QOS policy (job submit limit)' >&2; exit 1; }
            """);
        await using SlurmExecutor executor = await SlurmExecutor.CreateAsync(_bed.Spec("sleep 1\n" + SlurmBed.Good));

        TrialOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => executor.RunAsync(_bed.Job(i), CancellationToken.None)));

        Assert.All(outcomes, outcome => Assert.Equal(0.5, outcome.Value));
        Assert.StartsWith("Slurm takes no more than 2 jobs of this search at once", Assert.Single(_bed.Said), StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("PENDING:launch failed requeued held", "Slurm lost sight of its job")]
    [InlineData("NODE_FAIL:None", "its node was lost (job 2, NODE_FAIL on node1)")]
    [InlineData("PREEMPTED:None", "had to make room")]
    [InlineData("FAILED:NonZeroExitCode", "ended before the trial began")]
    public async Task Job_Lost_IsSubmittedAgain(string state, string why)
    {
        _bed.Cluster.Hook("start", $"{OnlyTheFirst} && {{ echo '{state}' > \"$here/jobs/$name.state\"; echo 2; exit 0; }}");

        TrialOutcome outcome = await _bed.RunAsync(_bed.Spec());

        Assert.Equal((0.5, 2), (outcome.Value, _bed.Cluster.Submissions));
        Assert.Contains(why, Assert.Single(_bed.Said), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Job_LostEachTime_FailsWithWhatItSaid()
    {
        await using SlurmExecutor executor = await SlurmExecutor.CreateAsync(_bed.Spec() with { Attempts = 2 });
        await executor.RunAsync(_bed.Job(2), CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2));
        _bed.Cluster.Hook("start", "echo 'no such node' > \"$output\"; echo 'FAILED:NonZeroExitCode' > \"$here/jobs/$name.state\"; echo 2; exit 0");

        TrialOutcome outcome = await executor.RunAsync(_bed.Job(), CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((FailureKind.ProcessDied, 3), (outcome.Failure, _bed.Cluster.Submissions));
        Assert.Contains("lost 2 times in a row", outcome.Message, StringComparison.Ordinal);
        Assert.Contains("FAILED on node1) and said: no such node.", outcome.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Job_CannotBeginAndNoneEverDid_EndsTheSearchWithTheReason()
    {
        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(
            () => _bed.RunAsync(_bed.Spec() with { Program = ["/no/such/program"], Attempts = 2 }));

        Assert.StartsWith("No trial can begin on the nodes: of trial 3, submitted 2 times, at last its job ended", error.Message, StringComparison.Ordinal);
        Assert.Contains("There '/no/such/program' is started", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(2, _bed.Cluster.Submissions);
    }

    [UnixTheory]
    [InlineData("TIMEOUT:TimeLimit", "", FailureKind.WallTime, 9.0, "at its time limit (job 2, TIMEOUT on node1)")]
    [InlineData("OUT_OF_MEMORY:None", "", FailureKind.Memory, 9.0, "more memory than it had asked for")]
    [InlineData("FAILED:JobLaunchFailure", "slurmstepd: error: Exceeded job memory limit", FailureKind.Memory, 9.0, "Exceeded job memory limit")]
    [InlineData("CANCELLED by 1000:None", "", FailureKind.ProcessDied, double.NaN, "was cancelled, not by this search")]
    [InlineData("FAILED:NonZeroExitCode", "Killed", FailureKind.ProcessDied, double.NaN, "left no result. It said:\nKilled")]
    [InlineData("COMPLETED:None", "", FailureKind.ProcessDied, double.NaN, "COMPLETED on node1) and left no result")]
    public async Task Job_EndedWithoutAnOutcome_SlurmsWordBecomesTheFailure(string state, string output, FailureKind failure, double value, string message)
    {
        _bed.Cluster.Hook("start", $"""
            touch "$(dirname "$script")/begun_0"
            echo '{output}' > "$output"
            echo '{state}' > "$here/jobs/$name.state"
            echo 2
            exit 0
            """);

        TrialOutcome outcome = await _bed.RunAsync(_bed.Spec());

        Assert.Equal((TrialState.Failed, failure, value, 1), (outcome.State, outcome.Failure, outcome.Value, _bed.Cluster.Submissions));
        Assert.Contains(message, outcome.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Job_HeldAfterItsTrialEnded_TheOutcomeCountsAndTheCopyIsCancelled()
    {
        // The job ended while the controller was down, which put it back and holds it.
        _bed.Cluster.Hook("start", """
            setsid sh "$script" > /dev/null 2>&1 &
            echo 'PENDING:launch failed requeued held' > "$here/jobs/$name.state"
            echo 2
            exit 0
            """);

        TrialOutcome outcome = await _bed.RunAsync(_bed.Spec());

        Assert.Equal((0.5, 1), (outcome.Value, _bed.Cluster.Submissions));
        Assert.Single(_bed.Cluster.Calls("scancel"));
    }

    [UnixFact]
    public async Task Job_CanNeverBegin_IsToldWithTheReasonAndGivenUpAfterItsTime()
    {
        _bed.Cluster.Hook("start", "echo 'PENDING:PartitionConfig' > \"$here/jobs/$name.state\"; echo 2; exit 0");

        TrialOutcome outcome = await _bed.RunAsync(_bed.Spec() with { LongestWait = TimeSpan.FromSeconds(2) });

        Assert.Equal(FailureKind.NotStarted, outcome.Failure);
        Assert.Contains("waited longer than 2 s for its turn (PartitionConfig)", outcome.Message, StringComparison.Ordinal);
        Assert.Contains("trial 3: job 2 waits for ever (PartitionConfig)", Assert.Single(_bed.Said), StringComparison.Ordinal);
        Assert.Single(_bed.Cluster.Calls("scancel"));
    }

    [UnixFact]
    public async Task Search_Stopped_ItsJobIsCancelled()
    {
        await using SlurmExecutor executor = await SlurmExecutor.CreateAsync(_bed.Spec("sleep 600"));
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(1));

        TrialOutcome outcome = await executor.RunAsync(_bed.Job(), stop.Token).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(FailureKind.Cancelled, outcome.Failure);
        Assert.NotEmpty(_bed.Cluster.Calls("scancel"));
    }

    [UnixFact]
    public async Task Search_StoppedWhileTheControllerIsDown_LeavesItsJobToTheNextOne()
    {
        _bed.Cluster.Hook("scancel", "echo 'scancel: error: Unable to contact slurm controller' >&2; exit 1");
        SlurmSpec spec = _bed.Spec("while [ ! -f \"$(dirname \"$0\")/go\" ]; do sleep 0.1; done\n" + SlurmBed.Good);
        spec = spec with { CancelPatience = TimeSpan.FromSeconds(1) };
        await using (SlurmExecutor executor = await SlurmExecutor.CreateAsync(spec))
        {
            using CancellationTokenSource stop = new(TimeSpan.FromSeconds(1));
            TrialOutcome stopped = await executor.RunAsync(_bed.Job(), stop.Token).WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(FailureKind.Cancelled, stopped.Failure);
        }

        Assert.Contains(_bed.Said, said => said.Contains("could not be cancelled", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(spec.Program[1])!, "go"), string.Empty);
        Assert.Equal((0.5, 1), ((await _bed.RunAsync(spec)).Value, _bed.Cluster.Submissions));
    }

    [UnixFact]
    public async Task Search_Killed_TheNextOneTakesUpItsJobsAndEndsTheOthers()
    {
        SlurmSpec spec = _bed.Spec("touch \"$1/begun_0\"; while [ ! -f \"$(dirname \"$0\")/go\" ]; do sleep 0.1; done\n" + SlurmBed.Good);
        SlurmDesk killed = SlurmDesk.Open(spec, new SlurmClient(TimeSpan.FromSeconds(9)) { Bin = spec.Bin });
        using CancellationTokenSource never = new();
        foreach (int number in (int[])[0, 1])
        {
            _ = new SlurmRun(spec, killed, _bed.Job(number)).RunAsync(never.Token);
        }

        Assert.True(SpinWait.SpinUntil(() => TrialFolder.Of(_bed.Jobs).Count(folder => TrialFolder.HasBegun(folder.Look())) == 2, TimeSpan.FromMinutes(1)));
        await killed.CloseAsync();

        await using SlurmExecutor executor = await SlurmExecutor.CreateAsync(spec);
        Task<TrialOutcome> again = executor.RunAsync(_bed.Job(1), CancellationToken.None);
        Task<TrialOutcome> other = executor.RunAsync(_bed.Job(2), CancellationToken.None);
        Assert.True(SpinWait.SpinUntil(
            () => _bed.Cluster.Calls("scancel").Any(call => call.Contains("-t0a1-", StringComparison.Ordinal)), TimeSpan.FromMinutes(1)));
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(spec.Program[1])!, "go"), string.Empty);

        Assert.Equal((0.5, 0.5), ((await again).Value, (await other).Value));
        Assert.Equal(3, _bed.Cluster.Submissions);
        Assert.Contains("trial 1: its job of the search before is taken up", _bed.Said);
        Assert.Contains("jobs of the search before that are no longer needed are ended, of trial 0", _bed.Said);

        // Nobody waits for what a process that is gone was at.
        await never.CancelAsync();
    }

    [UnixFact]
    public async Task Folder_OfATrialIsRemovedWhileItRuns_ItsJobIsFollowedToTheEndAndTheTrialRunsOnceMore()
    {
        SlurmSpec spec = _bed.Spec("touch \"$1/begun_0\"; while [ ! -f \"$(dirname \"$0\")/go\" ]; do sleep 0.1; done\n" + SlurmBed.Good);
        await using SlurmExecutor executor = await SlurmExecutor.CreateAsync(spec);
        Task<TrialOutcome> run = executor.RunAsync(_bed.Job(), CancellationToken.None);
        TrialFolder? begun = null;
        Assert.True(SpinWait.SpinUntil(
            () => (begun = TrialFolder.Of(_bed.Jobs).FirstOrDefault(folder => TrialFolder.HasBegun(folder.Look()))) is not null, TimeSpan.FromMinutes(1)));

        Directory.Delete(begun!.Path, recursive: true);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(spec.Program[1])!, "go"), string.Empty);

        TrialOutcome outcome = await run.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((TrialState.Complete, 0.5), (outcome.State, outcome.Value));
        Assert.Equal(2, _bed.Cluster.Submissions);
    }

    [UnixFact]
    public async Task Folder_UsedByAnotherSearch_IsRefused()
    {
        await using SlurmExecutor first = await SlurmExecutor.CreateAsync(_bed.Spec());

        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(() => SlurmExecutor.CreateAsync(_bed.Spec()));

        Assert.Contains("Another search submits the trials", error.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Create_FolderOfProgramsHasNone_SaysWhichIsMissing()
    {
        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(() => SlurmExecutor.CreateAsync(_bed.Spec() with { Bin = "/no/such" }));

        Assert.Contains("'sbatch' of Slurm is not in the folder '/no/such', which bin of ExecutorOptions names.", error.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Create_SlurmWouldRefuse_SaysSoBeforeTheFirstTrial()
    {
        _bed.Cluster.Hook("sbatch", "echo 'sbatch: error: Invalid account or account/partition combination specified' >&2; exit 1");

        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(() => SlurmExecutor.CreateAsync(_bed.Spec()));

        Assert.Contains("Trials cannot be jobs of Slurm: The account is not yours", error.Message, StringComparison.Ordinal);
        Assert.Contains("Name yours with account of ExecutorOptions.", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _bed.Cluster.Submissions);
    }

    [UnixTheory]
    [InlineData("cpus", "cpus of ExecutorOptions (or SlotCores) is 64, but no node")]
    [InlineData("partition", "There is no partition 'man'; this cluster has main. Did you mean 'main'?")]
    public async Task Create_NoNodeCouldRunATrial_SaysSo(string what, string expected)
    {
        SlurmSpec spec = what == "cpus" ? _bed.Spec() with { Cpus = 64 } : _bed.Spec() with { Partition = "man" };

        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(() => SlurmExecutor.CreateAsync(spec));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--qos=long\n#SBATCH --wrap=rm")]
    [InlineData("rm -rf x")]
    [InlineData("--array=1-3")]
    [InlineData("--arr=1-3")]
    [InlineData("--qos=long -Jmine")]
    [InlineData("--output=/dev/null")]
    [InlineData("--test-only")]
    public async Task Create_OptionsThatAreMoreThanOptions_AreRefused(string option)
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => SlurmExecutor.CreateAsync(_bed.Spec() with { Sbatch = [option] }));

        Assert.Contains("'Sbatch' must be options of sbatch in one line each", error.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Reports_OfARunThatBeganAgain_AreHeardOnceAndPruneTheTrial()
    {
        List<TrialReport> heard = [];
        SlurmSpec spec = _bed.Spec("""
            touch "$1/begun_0" "$1/begun_1"
            printf '1 0.9\n2 0.8\n' > "$1/reports_0.txt"
            printf '1 0.9\n2 0.8\n3 0.7\n4' > "$1/reports_1.txt"
            while [ ! -f "$1/prune" ]; do sleep 0.1; done
            printf ' 0.6\n' >> "$1/reports_1.txt"
            """ + "\n" + SlurmBed.Good);

        TrialOutcome outcome = await _bed.RunAsync(spec, _bed.Job(reported: report =>
        {
            heard.Add(report);
            return report.Step == 3;
        }));

        Assert.Equal([new(1, 0.9), new(2, 0.8), new(3, 0.7)], heard);
        Assert.Equal((TrialState.Pruned, 0.7), (outcome.State, outcome.Value));
    }
}
