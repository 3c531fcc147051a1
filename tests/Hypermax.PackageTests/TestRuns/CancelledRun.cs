using System.Diagnostics;
using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests.TestRuns;

/// <summary>Somebody presses Ctrl-C while tests search, one in their process and one in a process of its own; and runs them again.</summary>
internal static class CancelledRun
{
    private const string Mark = "SHOP_MARK";

    private static readonly string[] Folders = ["Guards.SearchTests.Kept", "Guards.GuardTests.KeptApart"];

    /// <summary>Requires that no process is left, that journals are whole, and that the next run goes on where this one stopped.</summary>
    /// <param name="sandbox">Where the tests are built.</param>
    public static void RequireToBeKept(Sandbox sandbox)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Ctrl-C cannot be sent to a group of processes there, or not be seen to end them.
        }

        string mark = Guid.NewGuid().ToString("N");
        sandbox.Write("hold", string.Empty);
        sandbox.Variables["SHOP_HOLD"] = sandbox.PathOf("hold");
        sandbox.Variables[Mark] = mark;
        foreach (string folder in Folders.Select(folder => FolderOf(sandbox, folder)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        using Process run = sandbox.StartInGroup("test", "Guards", "--no-build", "--filter", "Kind=kept");
        Task<string> said = run.StandardOutput.ReadToEndAsync();
        Assert.True(
            SpinWait.SpinUntil(() => run.HasExited || Array.TrueForAll(Folders, folder => Finished(sandbox, folder) == 4), TimeSpan.FromMinutes(2)),
            "The searches did not come to the trials that wait.");

        using (Process signal = Process.Start("kill", ["-INT", "--", $"-{run.Id}"])!)
        {
            signal.WaitForExit();
        }

        bool isOver = SpinWait.SpinUntil(() => run.HasExited && Left(mark).Length == 0, TimeSpan.FromMinutes(1));
        string left = string.Join('\n', Left(mark));
        File.Delete(sandbox.PathOf("hold"));
        Assert.True(isOver, $"One minute after Ctrl-C there are still:\n{left}\n{(run.HasExited ? said.Result : "the run itself")}");
        Assert.NotEqual(0, run.ExitCode);
        Assert.All(Folders, folder => Assert.Equal(4, Finished(sandbox, folder)));

        sandbox.Variables.Remove("SHOP_HOLD");
        sandbox.Variables.Remove(Mark);
        sandbox.Dotnet("test", "Guards", "--no-build", "--filter", "Kind=kept", "--logger", "trx;LogFileName=kept.trx", "--results-directory", "results")
            .Succeeded();
        TrxFile again = TrxFile.Read(sandbox.PathOf("results/kept.trx"));
        Assert.Contains("goes on after 4 trials, up to 12", again.OutputOf("Kept"), StringComparison.Ordinal);
        Assert.Contains("goes on after 4 trials, up to 12", again.OutputOf("KeptApart"), StringComparison.Ordinal);
        Assert.All(Folders, folder => Assert.Equal(12, Finished(sandbox, folder)));
    }

    private static string FolderOf(Sandbox sandbox, string study) => sandbox.PathOf($"Guards/bin/Debug/net10.0/hypertune/{study}");

    // Records of the journal that say how a trial ended.
    private static int Finished(Sandbox sandbox, string study)
    {
        string journal = Path.Combine(FolderOf(sandbox, study), "journal.jsonl");
        if (!File.Exists(journal))
        {
            return 0;
        }

        using StreamReader reader = new(new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Split('\n').Count(line => line.StartsWith("{\"type\":\"finish\"", StringComparison.Ordinal));
    }

    // All that the run has started carries the mark, whatever became of its parents.
    private static string[] Left(string mark) =>
    [
        .. Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Where(folder => IsMarked(folder, mark))
            .Select(folder => TextOf(Path.Combine(folder, "cmdline")).Replace('\0', ' ')),
    ];

    private static bool IsMarked(string process, string mark) => TextOf(Path.Combine(process, "environ")).Contains(mark, StringComparison.Ordinal);

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
