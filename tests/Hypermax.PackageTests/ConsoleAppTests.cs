using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>The whole story in a brand-new console app, in a folder whose name has spaces and letters beyond ASCII.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsoleAppTests(PackageFeed feed)
{
    [Fact]
    public void Story_NewConsoleApp_TunesSkipsContinuesAndRuns()
    {
        using Sandbox sandbox = new(feed, "console-app", "Mein Übungs-Projekt ñ");
        sandbox.WriteProject("Küche.csproj", "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Recipe.cs", Sources.Objective);
        sandbox.Write("Program.cs", Sources.Program);

        // An ordinary build never tunes; without a tuned file the defaults are the middle of each range: the root of 1 and 64.
        sandbox.Dotnet("build").Succeeded();
        Assert.False(sandbox.Has("Cook.hypertune.json"));
        sandbox.Dotnet("run", "--no-build").Succeeded().Says("size 8");

        sandbox.Dotnet("build", "-t:Hypertune", "-bl:first.binlog")
            .Succeeded()
            .Says("Cook: 12 trials, best")
            .Says("report: artifacts/hypertune/Cook/report.html");
        Assert.True(BinaryLog.Ran(sandbox.PathOf("first.binlog"), "_HypertuneSearch"));
        Assert.All(
            ["journal.jsonl", "results.csv", "best.json", "report.md", "report.html"],
            file => Assert.True(sandbox.Has($"artifacts/hypertune/Cook/{file}"), file));
        Assert.Equal(Enumerable.Range(0, 12), Trials(sandbox));
        string tuned = sandbox.Read("Cook.hypertune.json");

        sandbox.Dotnet("build", "-t:Hypertune", "-bl:second.binlog").Succeeded().Says("(up to date)");
        Assert.True(BinaryLog.WasSkipped(sandbox.PathOf("second.binlog"), "_HypertuneSearch"));
        Assert.Equal(tuned, sandbox.Read("Cook.hypertune.json"));

        sandbox.Dotnet("build", "-t:Hypertune", "-p:HypertuneTrials=20").Succeeded().Says("Cook: 20 trials, best");
        Assert.Equal(Enumerable.Range(0, 20), Trials(sandbox));

        // The values are code by now: no file is needed beside the program.
        string size = System.Text.Json.JsonDocument.Parse(sandbox.Read("Cook.hypertune.json")).RootElement
            .GetProperty("parameters")
            .GetProperty("Size")
            .ToString();
        sandbox.Dotnet("run", "--no-build").Succeeded().Says($"size {size}");
    }

    private static IEnumerable<int> Trials(Sandbox sandbox) =>
        [.. File.ReadLines(sandbox.PathOf("artifacts/hypertune/Cook/results.csv")).Skip(1).Select(line => int.Parse(line.Split(',')[0]))];
}
