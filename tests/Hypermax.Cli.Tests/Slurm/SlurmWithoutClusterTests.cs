using System.Diagnostics;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Slurm;

/// <summary>What needs no cluster, or one that behaves as badly as none of ours does.</summary>
public sealed class SlurmWithoutClusterTests : IDisposable
{
    private readonly FakeSlurm _slurm = new();

    public void Dispose() => _slurm.Dispose();

    [UnixFact]
    public void Verbs_NoPrograms_SayWhatIsMissingAndWhatElseThereIs()
    {
        string dotnet = Path.GetDirectoryName(Environment.ProcessPath)!;
        string empty = Directory.CreateTempSubdirectory("hypermax-none-").FullName;
        File.CreateSymbolicLink(Path.Combine(empty, "dotnet"), Path.Combine(dotnet, "dotnet"));
        using SlurmBench bench = new(new Dictionary<string, string> { ["PATH"] = empty }, "echo {x}", trials: 1);

        (int code, string said) = bench.Slurm("submit", "search.json", "--folder", "study");

        Assert.Equal(ExitCodes.Environment, code);
        Assert.Contains("'sbatch' of Slurm is not on the path", said, StringComparison.Ordinal);
        Assert.Contains("slurm script --shell", said, StringComparison.Ordinal);
        Directory.Delete(empty, recursive: true);
    }

    [UnixFact]
    public void Submit_OtherLanguageAndFormats_ProgramsAreAskedInTheirOwn()
    {
        _slurm.Program("sbatch", "[ \"$LC_ALL\" = C ] && [ -z \"$SQUEUE_FORMAT\" ] && echo '7;cluster' || { echo 'sbatch: Fehler: nein' >&2; exit 1; }");
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);

        Assert.Equal(7, bench.Submit("--array", "1-2").Job);
    }

    [UnixFact]
    public void Submit_ControllerTookTheJobAndDied_IsNotSubmittedTwice()
    {
        _slurm.Program("sbatch", """sed -n 's/#SBATCH --job-name=//p' "$2" > "$FAKE/name"; echo 'error: Unable to contact slurm controller' >&2; exit 1""");
        _slurm.Program("squeue", "[ -f \"$FAKE/name\" ] && echo \"$(cat \"$FAKE/name\")|42|1|PENDING||None\"; true");
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);

        (string _, long job) = bench.Submit("--array", "1-1");

        Assert.Equal((42, 1), (job, _slurm.Calls("sbatch")));
    }

    [UnixFact]
    public void Submit_ControllerStaysAway_EndsWithTheReasonAfterItsPatience()
    {
        _slurm.Program("sbatch", "echo 'sbatch: error: Unable to contact slurm controller (connect failure)' >&2; exit 1");
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);

        (int code, string said) = bench.Slurm("submit", "search.json", "--folder", "study", "--patience", "4");

        Assert.Equal(ExitCodes.Environment, code);
        Assert.Equal(3, _slurm.Calls("sbatch"));
        Assert.Contains("asking again in 1 s", said, StringComparison.Ordinal);
        Assert.Contains("Slurm's controller does not answer", said, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Submit_RefusedByRulesOfTheSite_TheirWordsAreKept()
    {
        _slurm.Program("sbatch", "echo 'sbatch: error: Batch job submission failed: Invalid account or account/partition combination specified' >&2; exit 1");
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);

        (int code, string said) = bench.Slurm("submit", "search.json", "--folder", "study");

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("Name yours with --sbatch=--account=NAME. ('sbatch' said: sbatch: error:", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(bench.Study, "*", SearchOption.AllDirectories));
    }

    [UnixFact]
    public void Status_NothingSubmitted_SaysSo()
    {
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);

        (int code, string said) = bench.Slurm("status", "study");

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("No workers were submitted", said, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Submit_ConfigurationIsWrong_NothingIsSubmitted()
    {
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 0);

        (int code, string said) = bench.Slurm("submit", "search.json", "--folder", "study");

        Assert.Equal((ExitCodes.Usage, 0), (code, _slurm.Calls("sbatch")));
        Assert.Contains("iterations", said, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("it's")]
    [InlineData("a\"b")]
    [InlineData("a\ntouch injected")]
    public void Submit_FolderThatSlurmCannotTake_IsRefusedAndNothingIsLeft(string folder)
    {
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);

        (int code, string said) = bench.Slurm("submit", "search.json", "--folder", folder);

        Assert.Equal((ExitCodes.Usage, 0), (code, _slurm.Calls("sbatch")));
        Assert.Contains("cannot stand in a script of Slurm", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(bench.Folder, folder)));
        Assert.False(File.Exists(Path.Combine(bench.Folder, "injected")));
    }

    [UnixFact]
    public void Submit_FolderWithBlanks_TheLineToCopyQuotesIt()
    {
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);

        (int code, string said) = bench.Slurm("submit", "search.json", "--folder", "a study $(touch injected)");

        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains($"hypermax slurm watch '{bench.Folder}/a study $(touch injected)'", said, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Script_ForSbatch_NeedsNoWorkers()
    {
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);

        (int code, string script) = bench.Slurm("script", "search.json", "--folder", "study", "--array", "1-2");

        Assert.True(code == ExitCodes.Done, script);
        Assert.StartsWith("#!/bin/sh\n", script, StringComparison.Ordinal);
        Assert.Contains("#SBATCH --array=1-2\n", script, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Submit_SlurmNotConfigured_SaysSoAndWhatElseThereIs()
    {
        _slurm.Program("scontrol", "echo 'scontrol: fatal: Could not establish a configuration source' >&2; exit 1");
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);

        (int code, string said) = bench.Slurm("submit", "search.json", "--folder", "study");

        Assert.Equal(ExitCodes.Environment, code);
        Assert.Contains("error: Slurm is not configured or reachable here.", said, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Verb_NumberThatIsNone_EndsWithTheCodeOfUsageAndTwoLines()
    {
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);

        (int code, string said) = bench.Slurm("script", "search.json", "--folder", "study", "--gpus", "99999999999");

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Equal(
            ["error: --gpus is '99999999999'; it must be a whole number from 1 to 1000000000.", "'hypermax slurm script --help' says what there is."],
            said.TrimEnd().Split('\n'));
    }

    [UnixFact]
    public void Cancel_JobsThatAKilledSearchLeft_AreEndedByTheirNames()
    {
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 1);
        string trials = Path.Combine(bench.Study, "slurm", "trials");
        foreach (string trial in new[] { "t0a1-00ff00", "t7a2-abcdef" })
        {
            Directory.CreateDirectory(Path.Combine(trials, trial));
        }

        File.WriteAllText(Path.Combine(trials, "name"), "hypermax-study-1-2\n");

        (int code, string said) = bench.Slurm("cancel", "study");

        Assert.Equal((ExitCodes.Done, 2), (code, _slurm.Calls("scancel")));
        Assert.Contains("cancelled 2 jobs of single trials", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(trials));
    }

    [UnixFact]
    public void Script_Shell_RunsTheStudyWithoutSlurm()
    {
        using SlurmBench bench = new(_slurm.Variables, "echo {x}", trials: 12);
        (int code, string script) = bench.Slurm("script", "search.json", "--folder", "study", "--shell", "--workers", "3");
        Assert.True(code == ExitCodes.Done, script);
        File.WriteAllText(Path.Combine(bench.Folder, "run.sh"), script);

        using Process shell = Process.Start(new ProcessStartInfo("sh", ["run.sh"]) { WorkingDirectory = bench.Folder })!;
        shell.WaitForExit();

        Assert.Equal(ExitCodes.Done, shell.ExitCode);
        Assert.Equal(12, bench.Trials.Count(trial => trial.IsComplete));
        Assert.Equal(3, Directory.GetFiles(Path.Combine(bench.Study, "workers"), "worker_*.txt").Length);
        Assert.Equal(0, _slurm.Calls("sbatch"));
    }
}
