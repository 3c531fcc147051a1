using Hypermax.Execution.Command;
using Hypermax.Execution.Slurm;
using Hypermax.Slurm;

namespace Hypermax.Tests.Slurm;

/// <summary>What people write for Slurm, and what Slurm writes.</summary>
public sealed class SlurmTextTests
{
    [Theory]
    [InlineData("1-100%10", 100, 100, 10)]
    [InlineData("0", 1, 0, null)]
    [InlineData("1,3,5-7", 5, 7, null)]
    [InlineData("0-15:4%2", 4, 12, 2)]
    [InlineData("3-3,1-4", 4, 4, null)]
    public void Array_Range_HasItsTasks(string text, int count, int highest, int? atOnce)
    {
        ArrayRange range = ArrayRange.Parse(text);

        Assert.Equal((count, highest, atOnce), (range.Indices.Count, range.Indices[^1], range.AtOnce));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("5-1")]
    [InlineData("1-")]
    [InlineData("-3")]
    [InlineData("1-5%0")]
    [InlineData("1-5%2%3")]
    [InlineData("1:2")]
    [InlineData("1-9:0")]
    [InlineData("1-99999999")]
    [InlineData("1, 2")]
    public void Array_NoRange_IsRefused(string text) =>
        Assert.Contains($"--array is '{text}'", Assert.Throws<FormatException>(() => ArrayRange.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("30", 30.0)]
    [InlineData("1:30:00", 90.0)]
    [InlineData("90:30", 90.5)]
    [InlineData("1-12", 36.0 * 60)]
    [InlineData("1-12:30", 36.5 * 60)]
    [InlineData("2-00:00:00", 48.0 * 60)]
    [InlineData("infinite", null)]
    [InlineData("0", null)]
    [InlineData("1:2:3:4", null)]
    [InlineData("1:99:99", null)]
    [InlineData("1:60", null)]
    [InlineData("100:59:59", (100.0 * 60) + 59 + (59.0 / 60))]
    [InlineData("1-24", null)]
    [InlineData("1-23:60", null)]
    [InlineData("1-23:59:60", null)]
    [InlineData("1-", null)]
    [InlineData("-1", null)]
    [InlineData(" 30", null)]
    [InlineData("1::2", null)]
    [InlineData("99999999999", null)]
    public void Time_OfSlurm_IsRead(string text, double? minutes) => Assert.Equal(minutes, TimeLimit.TryRead(text)?.TotalMinutes);

    [Theory]
    [InlineData("main*|4|2048|infinite|(null)", "main", true, 4, 0)]
    [InlineData("gpu|64+|250000+|2-00:00:00|gpu:a100:4(S:0-1),shard:8", "gpu", false, 64, 4)]
    [InlineData("mix|8|1000|1:00:00|gpu:2,gpu:v100:3", "mix", false, 8, 5)]
    public void Node_RowOfSinfo_IsRead(string row, string partition, bool isDefault, int cpus, int gpus)
    {
        NodeKind node = NodeKind.Read(row.Split('|'))!;

        Assert.Equal((partition, isDefault, cpus, gpus), (node.Partition, node.IsDefault, node.Cpus, node.Gpus));
    }

    [Fact]
    public void Task_RowOfSqueue_IsRead()
    {
        JobTask task = JobTask.Read("job|12|N/A|CANCELLED by 0||(ReqNodeNotAvail, UnavailableNodes:a|b)".Split('|'))!;

        Assert.Equal(new JobTask("job", 12, 0, "CANCELLED", "(ReqNodeNotAvail, UnavailableNodes:a|b)", string.Empty), task);
        Assert.Null(JobTask.Read(["slurm_load_jobs error"]));
    }

    [Theory]
    [InlineData("PartitionConfig", true)]
    [InlineData("launch failed requeued held", true)]
    [InlineData("(launch failed requeued held)", true)]
    [InlineData("JobHeldAdmin", true)]
    [InlineData("DependencyNeverSatisfied", true)]
    [InlineData("PartitionTimeLimit", true)]
    [InlineData("(Priority)", false)]
    [InlineData("QOSMaxCpuPerUserLimit", false)]
    [InlineData("SomethingNew", false)]
    public void Reason_Word_IsForEverOrNot(string word, bool isForEver)
    {
        WaitingReason reason = WaitingReason.Of(word);

        Assert.Equal(isForEver, reason.IsForEver);
        Assert.NotEmpty(reason.Text);
    }

    [Theory]
    [InlineData("sbatch: error: Unable to contact slurm controller (connect failure)", true)]
    [InlineData("slurm_load_jobs error: Socket timed out on send/recv operation", true)]
    [InlineData("sbatch: error: Batch job submission failed: Invalid job array specification", false)]
    public void Trouble_OfTheController_IsWaitedOut(string message, bool passes) => Assert.Equal(passes, SlurmTrouble.IsUnreachable(message));

    [Fact]
    public void Quote_AnyWord_IsOneWordOfAShell()
    {
        string[] words = ["plain", "", "two words", "it's", "$HOME `x` \"y\" \\", "a\nb", "*"];
        using System.Diagnostics.Process shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "sh", ["-c", $"printf '%s\\001' {string.Join(' ', words.Select(CommandLine.Quote))}"])
        { RedirectStandardOutput = true })!;

        Assert.Equal(words, shell.StandardOutput.ReadToEnd().Split('\u0001')[..^1]);
    }

    [Fact]
    public void Script_EveryOption_StandsInIt()
    {
        TaskRequest request = new()
        {
            Array = ArrayRange.Parse("1-100%10"), ArrayText = "1-100%10", Time = "1:00:00", Partition = "main", Cpus = 4, Gpus = 1, MemoryMb = 4096,
            Mail = "me@site", Others = ["--account=ours"],
        };
        WorkerLine line = new()
        {
            Program = ["/opt/hyper max/hypermax"], File = "/home/me/search.json", Folder = "/home/me/a study", Properties = ["HypertuneSeed=1"],
            MaxTrials = 1, Grace = TimeSpan.FromSeconds(60), MaxTime = TimeSpan.FromMinutes(50),
        };

        string script = SlurmScript.Write("hypermax-x", request, line, "/home/me/100%/marks", "/home/me");

        TestSupport.Golden.Verify(script, "sh");
    }

    [Theory]
    [InlineData("--output", "/home/\"me\"")]
    [InlineData("--partition", "a\nrm -rf x")]
    public void Script_WhatSlurmCannotRead_IsRefused(string option, string text)
    {
        TaskRequest request = new() { Array = ArrayRange.Parse("1"), ArrayText = "1", Partition = option == "--partition" ? text : null };
        WorkerLine line = new() { Program = ["hypermax"], File = "/f", Folder = "/d" };

        Assert.Throws<FormatException>(() => SlurmScript.Write("n", request, line, option == "--output" ? text : "/m", "/"));
    }

    [Theory]
    [InlineData("one line of a script", "--account=me\nrm -rf ~")]
    [InlineData("one line of a script", "--account=me\rx")]
    [InlineData("begins with '-'", "rm -rf ~")]
    [InlineData("begins with '-'", "")]
    [InlineData("keeps account of its tasks by --array", "--array=1-3")]
    [InlineData("keeps account of its tasks by -J", "-Jmine")]
    [InlineData("keeps account of its tasks by --job-name", "--account=me --job-name=mine")]
    [InlineData("keeps account of its tasks by --output", "--output=/dev/null")]
    public void Sbatch_WhatIsNoOptionOfOurs_IsRefused(string expected, string option)
    {
        TaskRequest request = new() { Array = ArrayRange.Parse("1"), ArrayText = "1", Others = [option] };
        WorkerLine line = new() { Program = ["hypermax"], File = "/f", Folder = "/d" };

        Assert.Contains(expected, Assert.Throws<FormatException>(() => SlurmScript.Write("n", request, line, "/m", "/")).Message, StringComparison.Ordinal);
        Assert.Contains(
            Verbs.Root().Parse(["slurm", "submit", "f", "--folder", "d", $"--sbatch={option}"]).Errors,
            error => option.Length == 0 || error.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Sbatch_SeveralOptions_StandAsTheyAre() => Assert.Empty(
        Verbs.Root().Parse(["slurm", "submit", "f", "--folder", "d", "--sbatch=--account=me", "--sbatch", "-A me", "--sbatch=--exclusive"]).Errors);

    [Fact]
    public void Script_FolderWithALineEnd_IsNoCommandOfIt()
    {
        WorkerLine line = new() { Program = ["hypermax"], File = "/f", Folder = "/d\ntouch injected" };

        string script = ShellScript.Write(1, line, "/logs", "/");

        Assert.StartsWith("#!/bin/sh\n# Workers of the study in /d?touch injected on", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Script_NumberSignInAPath_IsNoComment()
    {
        TaskRequest request = new() { Array = ArrayRange.Parse("1"), ArrayText = "1" };
        WorkerLine line = new() { Program = ["hypermax"], File = "/f", Folder = "/d" };

        Assert.Contains("#SBATCH --output=\"/c#/task_%a.txt\"\n", SlurmScript.Write("n", request, line, "/c#", "/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Trouble_NoConfiguration_IsTheMachines()
    {
        const string Said = "scontrol: error: resolve_ctls_from_dns_srv: res_nsearch error: Unknown host";
        string explained = SlurmTrouble.Explain("scontrol", Said, RequestNames.Options);

        Assert.StartsWith("Slurm is not configured or reachable here. Run this on a login node", explained, StringComparison.Ordinal);
        Assert.Contains("hypermax slurm script --shell", explained, StringComparison.Ordinal);
        Assert.False(SlurmTrouble.IsRefusal(Said));
        Assert.True(SlurmTrouble.IsRefusal("sbatch: error: invalid partition specified: x"));
    }

    [Fact]
    public void States_WhatSlurmAndTheTasksSay_AreOneAnswer()
    {
        Submission submission = new() { Name = "n", Array = "1-9", At = default };
        JobTask[] known =
        [
            Known(1, "PENDING"), Known(2, "RUNNING"), Known(3, "COMPLETED"), Known(4, "FAILED"), Known(5, "FAILED"), Known(6, "CANCELLED"),
        ];
        Dictionary<int, TaskMark> marks = new()
        {
            [2] = new TaskMark { Task = 2 }, [4] = new TaskMark { Task = 4 }, [7] = new TaskMark { Task = 7, Code = 0 }, [8] = new TaskMark { Task = 8 },
        };

        SubmissionStatus status = new(submission, known, marks);

        Assert.Equal(
            [
                TaskState.Waiting, TaskState.Running, TaskState.Ended,

                // A run that left no word, and one that Slurm ended before it began.
                TaskState.Died, TaskState.Failed, TaskState.NeverRan, TaskState.Ended, TaskState.Died, TaskState.NeverRan,
            ],
            status.States.OrderBy(task => task.Key).Select(task => task.Value));
        Assert.True(status.IsActive);
    }

    private static JobTask Known(int index, string state) => new("n", 1, index, state, "None", "node1");
}
