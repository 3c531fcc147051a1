using System.Text.Json;
using Hypermax.Execution.InProcess;
using Hypermax.Folder;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Guiding;

namespace Hypermax.Tests.Folder;

/// <summary>The verb <c>guide</c> against a search that runs, and against a folder that nobody searches.</summary>
public sealed class GuideCommandTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);
    private readonly StudyFolder _study = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public void Dispose() => _study.Dispose();

    [Fact]
    public async Task Guide_RunningSearch_ObeysAndStatusTells()
    {
        using Study study = Study.Create(StudyFolder.Space, new StudyOptions { Folder = _study.Path, Trials = 100_000 });
        using SemaphoreSlim ends = new(0);
        Task<StudyResult> search = study.RunAsync(new InProcessExecutor(async (point, _) =>
        {
            await ends.WaitAsync();
            return point[0];
        }));

        Assert.Equal(ExitCodes.Done, await Guide("lock", "model.depth", "5"));
        Assert.Equal(ExitCodes.Done, await Guide("relearn", "model.rate"));
        Assert.Equal(ExitCodes.Done, await Guide("trials", "40"));
        Assert.Equal(ExitCodes.Done, await Guide("status"));
        Assert.Equal(ExitCodes.Done, await Guide("pause"));
        Assert.Equal(ExitCodes.Done, await Guide("status"));
        Assert.Equal(ExitCodes.Usage, await Guide("lock", "model.depht"));
        Assert.Equal(ExitCodes.Done, await Task.Run(() => StatusCommand.Run(_study.Path, Long, isJson: true, _output, _errors)));
        Assert.Equal(ExitCodes.Done, await Guide("stop"));
        ends.Release(100);
        StudyResult result = await search.WaitAsync(Long);

        Assert.Equal(StopReason.Stopped, result.Reason);
        Assert.Contains("The search runs.\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("The search is paused; no new trial starts until it is resumed.\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'model.depth'?", _errors.ToString(), StringComparison.Ordinal);
        using JsonDocument status = JsonDocument.Parse(_output.ToString().Split('\n').First(line => line.StartsWith('{')));
        JsonElement said = status.RootElement.GetProperty("search");
        Assert.True(said.GetProperty("paused").GetBoolean());
        Assert.False(said.GetProperty("stopping").GetBoolean());
        Assert.Equal(40, said.GetProperty("planned").GetInt32());
        Assert.Equal(5, status.RootElement.GetProperty("locked").GetProperty("model.depth").GetInt32());
        Assert.True(status.RootElement.GetProperty("relearned").TryGetProperty("model.rate", out _));
    }

    [Fact]
    public async Task Status_TrialsOfASearchThatIsGone_AreToBeRunAgain()
    {
        using (Study left = Study.Create(StudyFolder.Space, new StudyOptions { Folder = _study.Path }))
        {
            // The first one runs the trial again that ran before.
            Enumerable.Range(0, 3).ToList().ForEach(_ => left.Ask());
        }

        // As if the process had been another one.
        using (JournalStore store = new(_study.Path))
        using (store.Enter())
        {
            Enumerable.Range(12, 3).ToList().ForEach(store.HandBack);
        }

        using Study study = Study.Create(StudyFolder.Space, new StudyOptions { Folder = _study.Path, Trials = 100_000 });
        using SemaphoreSlim ends = new(0);
        using SemaphoreSlim begins = new(0);
        Task<StudyResult> search = study.RunAsync(new InProcessExecutor(async (point, _) =>
        {
            begins.Release();
            await ends.WaitAsync();
            return point[0];
        }));
        await begins.WaitAsync(Long);

        await Task.Run(() => StatusCommand.Run(_study.Path, Long, isJson: false, _output, _errors));
        await Task.Run(() => StatusCommand.Run(_study.Path, Long, isJson: true, _output, _errors));
        study.Stop();
        ends.Release(100);
        await search.WaitAsync(Long);

        Assert.Contains("1 failed, 1 running, 2 to be run again", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"running\":1,\"interrupted\":2", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCodes.Done, "scramble", "kind")]
    [InlineData(ExitCodes.Done, "lock", "kind", "ada boost")]
    [InlineData(ExitCodes.Done, "lock", "model.rate")]
    [InlineData(ExitCodes.Done, "range", "model.rate", "0.1", "0.2")]
    [InlineData(ExitCodes.Usage, "range", "model.rate", "0.1", "1e9")]
    [InlineData(ExitCodes.Usage, "range", "model.rate", "low", "0.2")]
    [InlineData(ExitCodes.Usage, "range", "kind", "0", "1")]
    [InlineData(ExitCodes.Usage, "range", "model.rate", "0.1")]
    [InlineData(ExitCodes.Conflict, "pause")]
    [InlineData(ExitCodes.Conflict, "end", "3")]
    [InlineData(ExitCodes.Usage, "end", "three")]
    [InlineData(ExitCodes.Usage, "end")]
    [InlineData(ExitCodes.Conflict, "trials", "9")]
    [InlineData(ExitCodes.Usage, "trials", "none")]
    [InlineData(ExitCodes.Usage, "lock")]
    [InlineData(ExitCodes.Usage, "lock", "kind", "ada")]
    [InlineData(ExitCodes.Usage, "lock", "model.depth", "-5")]
    [InlineData(ExitCodes.Usage, "enqueue", "kind")]
    [InlineData(ExitCodes.Usage, "puase")]
    [InlineData(ExitCodes.Usage, "enqueue", "momentum=0.5", "kind=ada boost", "model.rate=0.1", "model.depth=2")]
    public void Guide_NobodySearches_IsRecordedOrRefused(int code, params string[] words)
    {
        Assert.Equal(code, GuideCommand.Run(_study.Path, words, from: null, Long, isJson: false, _output, _errors));

        Assert.Equal(code == ExitCodes.Done, _errors.ToString().Length == 0);
        Assert.Equal(code == ExitCodes.Done, Storage.Journal.JournalSnapshot.Read(_study.Path).Steering.Count > 0);
        Assert.False(Directory.Exists(GuideBox.Of(_study.Path)));
    }

    [Fact]
    public void Guide_SearchThatDoesNotAnswer_TakesTheRequestBack()
    {
        using Storage.Journal.JournalStore busy = new(_study.Path);

        int code = GuideCommand.Run(_study.Path, ["pause"], from: null, TimeSpan.FromMilliseconds(300), isJson: true, _output, _errors);

        Assert.Equal(ExitCodes.Environment, code);
        Assert.Contains("did not answer", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(GuideBox.Of(_study.Path)));
    }

    [Fact]
    public void CommandLine_NegativeValuesAndPairs_AreWordsAndNoOptions()
    {
        int code = GuideCommand.Create().Parse([_study.Path, "enqueue", "model.rate=0.5", "--from", "best"]).Invoke();
        int refused = GuideCommand.Create().Parse([_study.Path, "lock", "model.depth", "-5"]).Invoke();

        Assert.Equal((ExitCodes.Done, ExitCodes.Usage), (code, refused));
        Assert.Equal(0.5, Assert.IsType<Storage.Steering.Enqueue>(Assert.Single(Storage.Journal.JournalSnapshot.Read(_study.Path).Steering)).Point[0]);
    }

    private Task<int> Guide(params string[] words) =>
        Task.Run(() => GuideCommand.Run(_study.Path, words, from: null, Long, isJson: false, _output, _errors));
}
