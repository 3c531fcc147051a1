using Hypermax.Run;
using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Ui;

/// <summary>The real tool in a real terminal, driven by keys.</summary>
public sealed class ConsoleTests : IDisposable
{
    private static readonly string Tool = $"dotnet '{typeof(ProgramSearch).Assembly.Location}'";
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-console-").FullName;

    public ConsoleTests()
    {
        File.WriteAllText(
            Path.Combine(_folder, "space.json"),
            """{"params":[{"name":"rate","type":"float","low":0.5,"high":2.0},{"name":"depth","type":"int","low":1,"high":9}]}""");
        File.WriteAllText(Path.Combine(_folder, "train.sh"), "echo epoch 1\nsleep 0.3\n[ $2 = 3 ] && { echo no memory >&2; exit 3; }\necho $1\n");
    }

    private string Study => Path.Combine(_folder, "study");

    public void Dispose()
    {
        // What ends a moment later may still write here.
        for (int i = 0; Directory.Exists(_folder); i++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
            }
            catch (IOException) when (i < 50)
            {
                Thread.Sleep(100);
            }
        }
    }

    [TmuxFact]
    public async Task Run_OnATerminal_IsSteeredByKeysToItsEnd()
    {
        using TmuxTerminal terminal = new(_folder, Run("-p HypertuneTrials=100000"));

        await terminal.ShowsAsync("1[Overview]");
        await terminal.ShowsAsync("(trial ");
        terminal.Press("4");
        await terminal.ShowsAsync("trial↓");
        terminal.Press("End", "Enter");
        await terminal.ShowsAsync("parameters:");
        await terminal.ShowsAsync("  epoch 1");
        terminal.Press("Escape");
        await terminal.ShowsAsync("trial↓");
        terminal.Press("7", "Down", "l");
        await terminal.ShowsAsync("guide> lock depth");
        terminal.Press("Enter");
        await terminal.ShowsAsync("locked at");
        terminal.Press("p");
        await terminal.ShowsAsync("PAUSED");
        terminal.Press("?");
        await terminal.ShowsAsync("end the search now; finished trials are kept");
        terminal.Resize(20, 5);
        string tiny = await terminal.ShowsAsync("? help  q lines");
        Assert.True(tiny.TrimEnd().Split('\n').Length <= 5, tiny);
        terminal.Resize(80, 24);
        terminal.Press("1");
        await terminal.ShowsAsync("1[Overview]");
        terminal.Press("x", "Enter");
        await terminal.ShowsAsync("ENDED");
        terminal.Press("q");
        string plain = await terminal.ShowsAsync("ended with 0");

        Assert.Contains("ended by a person's wish", plain, StringComparison.Ordinal);
        JournalSnapshot study = JournalSnapshot.Read(Study);
        Assert.Equal(1, Assert.IsType<Steering.Fix>(Assert.Single(study.Steering)).Parameter);
        Assert.DoesNotContain(study.Trials, trial => !trial.IsFinished);
    }

    [TmuxFact]
    public async Task Run_ConsoleIsLeft_GoesOnInPlainLinesUntilCtrlC()
    {
        using TmuxTerminal terminal = new(_folder, Run("-p HypertuneTrials=100000"));
        await terminal.ShowsAsync("1[Overview]");

        terminal.Press("q");
        await terminal.ShowsAsync("/100000 loss");
        terminal.Press("C-c");
        string plain = await terminal.ShowsAsync("ended with 130");

        Assert.Contains("ended by cancellation", plain, StringComparison.Ordinal);
    }

    [TmuxFact]
    public async Task Watch_SearchElsewhere_IsSeenAndSteered()
    {
        using TmuxTerminal search = new(_folder, Run("-p HypertuneTrials=100000 --no-ui"));
        await search.ShowsAsync("/100000 ");
        using TmuxTerminal watcher = new(_folder, $"{Tool} watch study");

        await watcher.ShowsAsync("/100000");
        watcher.Press("3");
        await watcher.ShowsAsync("epoch 1");
        watcher.Press("x", "Enter");
        await search.ShowsAsync("ended with 0");
        await watcher.ShowsAsync("ENDED");
        watcher.Press("q");

        await watcher.ShowsAsync("ended with 0");
    }

    private static string Run(string more) =>
        $"{Tool} run --space space.json -o study --command 'bash train.sh {{rate}} {{depth}}' -p HypertuneMethod=random -p HypertuneWorkers=2 {more}";
}
