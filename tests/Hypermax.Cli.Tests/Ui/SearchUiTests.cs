using Hypermax.Execution.InProcess;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Tests.Folder;
using Hypermax.Ui;
using Hypermax.Ui.Text;
using Hypermax.Ui.Views;

namespace Hypermax.Tests.Ui;

/// <summary>The console beside a search: it draws, obeys, gives the terminal back, and never stops the search.</summary>
public sealed class SearchUiTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-ui-").FullName;
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly ScriptedKeys _keys = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Show_SecondFrame_WritesWhatChangedAlone()
    {
        using RecordedScreen stream = new();
        Terminal terminal = new(stream, hasColours: false);
        Area area = new(80, 24);
        terminal.Enter();
        terminal.Show(Frame.Compose(UiModels.Searching, new UiState(), area), area);
        long first = stream.Length;

        terminal.Show(Frame.Compose(UiModels.Searching, new UiState(), area), area);
        Assert.Equal(first, stream.Length);
        terminal.Show(Frame.Compose(UiModels.Searching, new UiState { Notice = "changed" }, area), area);
        terminal.Leave();
        terminal.Leave();

        string text = stream.All;
        Assert.EndsWith("\u001b[24;1Hchanged".PadRight(80 + 7) + "\u001b[?25h\u001b[?1049l", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("\u001b\\[[0-9;]*3[1-7]m", text);
    }

    [Fact]
    public void Show_Colours_MarkWhatFailed()
    {
        using RecordedScreen stream = new();
        Environment.SetEnvironmentVariable("COLORTERM", "truecolor");
        Terminal terminal = new(stream, hasColours: true);
        terminal.Enter();

        terminal.Show(Frame.Compose(UiModels.Searching, new UiState { Screen = UiScreen.Failed }, new Area(80, 24)), new Area(80, 24));

        Assert.Matches("\u001b\\[[0-9;]*m[0-9]+ x wall time", stream.All);
    }

    [Fact]
    public async Task Search_Untouched_LeavesByItselfAndSaysAllThatWasHeldBack()
    {
        using RecordedScreen screen = new();
        int code = await RunAsync(screen, trials: 3);

        Assert.Equal(ExitCodes.Done, code);
        string drawn = screen.All;
        Assert.StartsWith("\u001b[?1049h", drawn, StringComparison.Ordinal);
        Assert.EndsWith("\u001b[?1049l", drawn, StringComparison.Ordinal);
        Assert.Contains("study: 3 trials", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("report: ", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("study 1/3", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_KeysSteer_AsTheVerbDoes()
    {
        using RecordedScreen screen = new();
        _keys.Add("glock rate 0.75\rt5\r");
        Task<int> search = RunAsync(screen, trials: 100_000);

        // Somebody who has pressed a key may be reading: the console waits for the last one.
        await Until(() => screen.Plain.Contains("ended by the budget of 5 trials", StringComparison.Ordinal));
        Assert.False(search.IsCompleted);
        _keys.Add("q");

        Assert.Equal(ExitCodes.Done, await search.WaitAsync(Long));
        Assert.Equal(0.75, Assert.IsType<Storage.Steering.Fix>(Assert.Single(JournalOf().Steering)).Value);
    }

    [Fact]
    public async Task Search_SomebodyLeaves_GoesOnInPlainLines()
    {
        using RecordedScreen screen = new();
        _keys.Add("q");

        int code = await RunAsync(screen, trials: 8);

        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal(8, JournalOf().Trials.Count);
        Assert.Contains("study: 8 trials", _output.ToString(), StringComparison.Ordinal);
    }

    // The original hangs until the running models have ended.
    [Fact]
    public async Task B50_SomebodyLeavesWhileTrialsRun_TheScreenIsGoneAtOnce()
    {
        using RecordedScreen screen = new();
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<int> search = RunAsync(screen, trials: 2, gate: gate.Task);
        await Until(() => screen.Plain.Contains("1 running", StringComparison.Ordinal));

        _keys.Add("q");
        await Until(() => screen.All.EndsWith("\u001b[?1049l", StringComparison.Ordinal));

        Assert.False(search.IsCompleted);
        gate.SetResult();
        Assert.Equal(ExitCodes.Done, await search);
        Assert.Equal(2, JournalOf().Trials.Count(trial => trial.IsComplete));
    }

    [Fact]
    public async Task Search_TerminalThatFails_GoesOnInPlainLinesAndSaysWhy()
    {
        using BrokenStream screen = new();

        int code = await RunAsync(screen, trials: 4);

        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal(4, JournalOf().Trials.Count);
        Assert.Contains("The console stopped: the terminal is gone. The search goes on in plain lines.", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("study: 4 trials", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ViewThatThrows_GoesOnInPlainLines()
    {
        using RecordedScreen screen = new();

        int code = await RunAsync(screen, trials: 4, () => throw new InvalidOperationException("no size"));

        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("The console stopped: no size.", _output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\u001b[?1049l", screen.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_NobodyReads_DoNotEndTheSearch()
    {
        using StreamWriter gone = new(new BrokenStream()) { AutoFlush = true };
        SearchLines lines = new(gone, isForBuild: false);

        lines.Message("said to nobody");
        lines.Raw("{}");
    }

    private Storage.Journal.JournalSnapshot JournalOf()
    {
        try
        {
            return Storage.Journal.JournalSnapshot.Read(Path.Combine(_folder, "study"));
        }
        catch (IOException)
        {
            return new Storage.Journal.JournalSnapshot(null, [], []);
        }
    }

    private async Task<int> RunAsync(Stream screen, int trials, Func<Area>? area = null, Task? gate = null)
    {
        SearchSpace space = new("space", [new NumericParameter("rate", Law.Uniform, 0.5, 2), new NumericParameter("width", Law.Uniform, 0, 1)]);
        SearchLines lines = new(_output, isForBuild: false);
        Violations violations = new();
        SettingSet settings = PropertyOption.Read(SettingSource.RunOption, [$"HypertuneTrials={trials}", "HypertuneMethod=random"], violations);
        SearchPlan plan = SearchPlan.Read("study", Path.Combine(_folder, "study"), space, settings, violations);
        SearchUi ui = new(lines, new Terminal(screen, hasColours: false), () => _keys, area ?? (() => new Area(80, 24)), CancellationToken.None);
        await using InProcessExecutor executor = new(async (point, _) =>
        {
            await (gate ?? Task.Delay(30));
            return point[0];
        });
        StudySearch search = new(new SearchTask { Name = "study", Space = space, Plan = plan }, executor, lines, TimeProvider.System) { Observers = [ui] };
        return await search.RunAsync(CancellationToken.None).WaitAsync(Long);
    }

    private static async Task Until(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(Long);
        while (!condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
