using System.Diagnostics;
using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>The search process dies or is stopped at any moment; trials do not.</summary>
[Collection(PackageCollection.Name)]
public sealed class CrashTests(PackageFeed feed)
{
    // While this file is there, no trial from the twentieth on ends: the search is under way for as long as a test needs it to be.
    private const string Hold = "hold";

    private const string Slow = """
        using Hypermax;

        [SearchSpace]
        public partial record Recipe([Uniform(0, 10)] double Size, bool Hot);

        public static partial class Kitchen
        {
            [Objective(Trials = 80, Method = "tpe")]
            public static double Cook(Recipe recipe, TrialContext trial)
            {
                Thread.Sleep(25);
                while (trial.Number >= 20 && File.Exists("HOLD"))
                {
                    Thread.Sleep(5);
                }

                return recipe.Size + (recipe.Hot ? 1 : 0);
            }
        }
        """;

    // Fifty kills, of workers too: dotnet run --project tests/Hypermax.Chaos.Table -- kills 50.
    [Fact]
    public void Tune_KilledEightTimes_FinishesWithoutLostOrDoubleTrials()
    {
        using Sandbox sandbox = Build("crash");
        string[] arguments = ToolArguments(sandbox, "crashed");
        Random random = new(7);

        for (int kill = 0; kill < 8; kill++)
        {
            using Process search = sandbox.Start(arguments);
            WaitForRecords(sandbox.PathOf("crashed/Cook/journal.jsonl"), search);
            Thread.Sleep(random.Next(150));
            search.Kill();
            search.WaitForExit();
        }

        sandbox.Dotnet(arguments).Succeeded().Says("Cook: 80 trials");
        sandbox.Dotnet(ToolArguments(sandbox, "whole")).Succeeded().Says("Cook: 80 trials");

        // Repeatable mode: not only are all trials there, they are the ones of a search that nobody killed.
        Assert.Equal(Rows(sandbox, "whole"), Rows(sandbox, "crashed"));
        Assert.Equal(Enumerable.Range(0, 80).Select(number => $"{number}"), Rows(sandbox, "crashed").Select(row => row.Split(',')[0]));
    }

    [Fact]
    public void Tune_SecondSearchOnOneFolder_IsRefusedWithTheOwner()
    {
        using Sandbox sandbox = Build("two-searches");
        sandbox.Write(Hold, "");
        string[] arguments = ToolArguments(sandbox, "shared");
        using Process first = sandbox.Start(arguments);
        try
        {
            SpinWait.SpinUntil(() => sandbox.Has("shared/Cook/study.owner"), TimeSpan.FromMinutes(1));
            sandbox.Dotnet(arguments).Failed().Says("HMXB0006").Says($"process {first.Id} on");
        }
        finally
        {
            first.Kill(entireProcessTree: true);
            first.WaitForExit();
        }
    }

    [Fact]
    public async Task Tune_BuildCancelled_StopsKeepsAndGoesOn()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // A console Ctrl-C cannot be sent to one process there.
        }

        using Sandbox sandbox = Build("cancel");
        sandbox.Write(Hold, "");
        using Process build = sandbox.Start("build", "-t:Hypertune", "--no-restore");
        Task<string> said = build.StandardOutput.ReadToEndAsync();
        string journal = sandbox.PathOf("artifacts/hypertune/Cook/journal.jsonl");
        SpinWait.SpinUntil(() => build.HasExited || (File.Exists(journal) && new FileInfo(journal).Length > 5_000), TimeSpan.FromMinutes(2));

        long asked = Stopwatch.GetTimestamp();
        using Process signal = Process.Start("kill", ["-INT", $"{build.Id}"])!;
        string rest;
        try
        {
            rest = await said.WaitAsync(TimeSpan.FromMinutes(2));
        }
        finally
        {
            // Where Ctrl-C is ignored, as in a job that a script starts in the background, this fails rather than hangs.
            File.Delete(sandbox.PathOf(Hold));
        }

        build.WaitForExit();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("ended by cancellation", rest, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(asked) < TimeSpan.FromMinutes(1), "far above the second that a quiet machine needs");
        Assert.True(sandbox.Has("artifacts/hypertune/Cook/report.html"));
        Assert.False(sandbox.Has("Cook.hypertune.json"));
        sandbox.Dotnet("build", "-t:Hypertune", "--no-restore").Succeeded().Says("Cook: 80 trials, best");
    }

    // So that every kill hits a search that is under way, on a machine of any speed.
    private static void WaitForRecords(string journal, Process search)
    {
        long before = Length();
        SpinWait.SpinUntil(
            () =>
            {
                Thread.Sleep(2);
                return Length() > before + 500 || search.HasExited;
            },
            TimeSpan.FromMinutes(1));
        long Length() => File.Exists(journal) ? new FileInfo(journal).Length : 0;
    }

    private Sandbox Build(string name)
    {
        Sandbox sandbox = new(feed, name);
        sandbox.WriteProject("Shop.csproj", "<TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Recipe.cs", Slow.Replace("HOLD", sandbox.PathOf(Hold), StringComparison.Ordinal));
        sandbox.Dotnet("build", "-t:_HypertunePrepare;Build").Succeeded();
        return sandbox;
    }

    // The coordinator itself, as the build starts it, with a study folder of its own.
    private static string[] ToolArguments(Sandbox sandbox, string output)
    {
        string[] lines = sandbox.Read("obj/Debug/net10.0/hypertune/hypertune.args").Split('\n');
        string file = $"{output}.args";
        sandbox.Write(
            file, string.Join('\n', lines.Select(line => line.StartsWith("output=", StringComparison.Ordinal) ? "output=" + sandbox.PathOf(output) : line)));
        string worker = lines.Single(line => line.StartsWith("worker=", StringComparison.Ordinal))["worker=".Length..];
        string tool = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(worker))!, "hypermax.dll");
        return ["exec", tool, "tune", file];
    }

    // Without the columns that tell time and places.
    private static string[] Rows(Sandbox sandbox, string output)
    {
        string[][] rows = [.. File.ReadLines(sandbox.PathOf($"{output}/Cook/results.csv")).Select(line => line.Split(','))];
        int[] kept = [.. Enumerable.Range(0, rows[0].Length).Where(column => rows[0][column] is "trial" or "status" or "loss" or "Size" or "Hot")];
        return [.. rows.Skip(1).Select(row => string.Join(',', kept.Select(column => row[column])))];
    }
}
